// The month's end of a programme that client services ask (NV-5.1): they have no account, and are listed, sampled and audited all the same.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { actorCompartment, logRetention, verificationCompartments } from '#domain/records';
import { closeMonth, findMonths, monthList } from './index.ts';
import { openTestOffice, programme, type TestOffice } from '../../../test/support/audit-office.ts';

const service = { account: 'cs-1', login: 'cs-1', person: 'cs-1', name: '社會救助資訊系統', unit: '社會救助科', organisation: '南投縣政府', address: '192.0.2.7' }; // prettier-ignore

async function verify(office: TestOffice): Promise<void> {
  const query = { regulation: 'nantou-verification', furtherRegulations: [], purpose: 'eligibility', legalBasis: 'nantou-verification-plan', operation: 'verify', fields: ['county-resident'], subject: 'M123456789', caseNumber: '社助-115-000001', reason: '資格審查' }; // prettier-ignore
  const facts = { query, name: undefined, birthDate: undefined, answers: { 'county-resident': true }, asOf: '2026-09-30', snapshot: '1', requestDigest: 'x' }; // prettier-ignore
  await office.parts.ledger.append(programme, {
    recordId: randomUUID(),
    type: 'verification',
    at: office.clock.now(),
    retention: logRetention,
    actor: actorCompartment(service),
    blindActor: service.account,
    ...verificationCompartments(facts),
  });
}

test('verifications are counted, listed and closed with the month', async () => {
  const office = await openTestOffice('2026-10-05T01:00:00Z');
  await verify(office);
  await office.query('user1');
  await verify(office);
  const chief = await office.actor('chief');
  const open = (await findMonths(office.parts, chief))[0];
  expect(open?.summary).toMatchObject({ month: '2026-10', rows: 3 });
  office.clock.set('2026-11-02T01:00:00Z');
  expect(await closeMonth(office.parts, chief, '2026-10')).toMatchObject({ kind: 'closed', month: { summary: { rows: 3, answered: 3 } } });
  const list = await monthList(office.parts, chief, '2026-10', 1);
  expect(list?.rows.map(({ account, condition }) => [account, condition])).toEqual([
    ['cs-1', 'M12****789'],
    ['user1', 'M12****789'],
    ['cs-1', 'M12****789'],
  ]);
  const listed = await office.parts.database.selectFrom('month_row').select('account_id').orderBy('row').execute();
  expect(listed.map(({ account_id }) => account_id)).toEqual(['cs-1', 'user1', 'cs-1']);
  await office.scratch.drop();
});
