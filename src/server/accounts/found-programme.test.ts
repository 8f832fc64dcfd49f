import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScratchLedger, newRecord, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import type { GoverningRegulations } from '#domain/regulations';
import { findRegulation, regulations } from '#regulations';
import { foundProgramme } from './index.ts';

let scratch: ScratchLedger;
beforeAll(async () => {
  scratch = await createScratchLedger();
  await scratch.database.insertInto('organisation').values({ id: 'office', name: '測試機關' }).execute();
});
afterAll(() => scratch.drop());

const [example = expect.unreachable()] = regulations;
const inForce = { ...example, issuedOn: null, ceasedOn: null };
const ceased = findRegulation('taipei-webir') ?? expect.unreachable();

const found = (id: string, governing: GoverningRegulations) =>
  scratch.database.transaction().execute((tx) =>
    foundProgramme(tx, {
      id,
      organisationId: 'office',
      title: '測試',
      logOrigin: `mingcha.test/${id}`,
      regulations: governing,
      from: '2026-11-22',
    }),
  );

const stored = async () => ({
  programmes: await scratch.database.selectFrom('programme').select(['id', 'regulation', 'further_regulations']).orderBy('id').execute(),
  logs: (await scratch.database.selectFrom('log_head').select('programme_id').orderBy('programme_id').execute()).length,
});

test('under a regulation that has ceased it is refused by its clause, and nothing is left', async () => {
  for (const governing of [[ceased], [inForce, ceased]] as const) {
    expect(await found('refused', governing)).toMatchObject({ kind: 'refused', refusals: [{ clause: 'TP-0' }] });
  }
  expect(await stored()).toEqual({ programmes: [], logs: 0 });
});

test('under one that is not issued yet, too', async () => {
  const notYet = { ...inForce, issuedOn: '2026-11-23' } as const;
  expect(await found('refused', [notYet])).toMatchObject({ kind: 'refused', refusals: [{ clause: notYet.refusals['not-in-force'] }] });
  expect(await stored()).toEqual({ programmes: [], logs: 0 });
});

test('under those in force it has its log', async () => {
  expect(await found('one', [inForce])).toEqual({ kind: 'founded' });
  expect(await found('two', [inForce, { ...inForce, id: 'further' }])).toEqual({ kind: 'founded' });
  expect(await stored()).toEqual({
    programmes: [
      { id: 'one', regulation: example.id, further_regulations: [] },
      { id: 'two', regulation: example.id, further_regulations: ['further'] },
    ],
    logs: 2,
  });
  expect((await scratch.ledger.append('one', newRecord())).index).toBe(0);
});
