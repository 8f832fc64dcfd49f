// A programme of Nantou that Taoyuan's regulation governs too: the stricter wins, and the answer names whose clause it is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';
import { programmePath, type TestClient } from '../support/test-client.ts';

let office: DemoOffice;
let user: TestClient;
beforeAll(async () => {
  office = await openDemoOffice();
  user = await office.signIn('user1');
  const { database } = office.installation;
  await database
    .updateTable('programme')
    .set({ further_regulations: ['taoyuan-webir'] })
    .where('id', '=', 'nantou-webir')
    .execute();
});
afterAll(() => office.close());

const grounds = (body: { refusals: { clause: string; code: string }[] }) => body.refusals.map(({ clause, code }) => [clause, code]);

describe('a query', () => {
  test('that Nantou alone would answer is refused for what Taoyuan asks beside', async () => {
    const { status, body } = await user.query();
    expect([status, grounds(body), body.clause]).toEqual([403, [['TY-5.2', 'certificate-missing']], 'TY-5.2']);
  });

  test('is refused for what Nantou asks and Taoyuan does not', async () => {
    const { body } = await user.query({ caseNumber: '' });
    expect(grounds(body)).toEqual([
      ['NW-4.1.1', 'case-number-missing'],
      ['TY-5.2', 'certificate-missing'],
    ]);
  });

  test('for a purpose that only Nantou knows is no query of this programme', async () => {
    const other = await office.signIn('user4');
    const { body } = await other.query({ purpose: 'disability-premium-subsidy', operation: 'insured-history', fields: ['insured-unit'] });
    expect(grounds(body)).toContainEqual(['TY-4.5.2', 'purpose-not-allowed']);
    expect(grounds(body).every(([clause]) => clause?.startsWith('TY-'))).toBe(true);
  });

  test('is recorded with both regulations, and its refusals stand in the history each in the words of its own', async () => {
    const { body } = await user.get(`${programmePath}/queries`);
    const [newest] = body.rows;
    expect(grounds(newest)).toEqual([
      ['NW-4.1.1', 'case-number-missing'],
      ['TY-5.2', 'certificate-missing'],
    ]);
    const record = await user.get(`${programmePath}/records/${newest.index}`);
    expect(record.body.envelope).toMatchObject({ regulation: 'nantou-webir', furtherRegulations: ['taoyuan-webir'] });
  });
});

test('the form offers what both know', async () => {
  const { body } = await user.get(programmePath);
  const purposes: { code: string }[] = body.purposes;
  expect(purposes.map(({ code }) => code)).toEqual(['social-assistance', 'elderly-welfare', 'disability-benefits', 'labor-mediation']);
});

test('a programme under a regulation that the program does not have answers nobody', async () => {
  const { database } = office.installation;
  await database
    .updateTable('programme')
    .set({ further_regulations: ['nowhere-webir'] })
    .where('id', '=', 'nantou-webir')
    .execute();
  expect((await user.query()).status).toBe(500);
  expect((await user.get(programmePath)).status).toBe(500);
});
