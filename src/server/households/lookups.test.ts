import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveHousehold } from '../../../test/support/invented-household.ts';
import { createScratchLedger, faultOf, foundProgramme, type ScratchLedger } from '../../../test/support/scratch-ledger.ts';
import { openHouseholds, type Households } from './index.ts';

let scratch: ScratchLedger;
let households: Households;
let statements = 0;
const programme = 'p-lookups';
const idAt = (at: number): string => `A${String(100_000_000 + at)}`;
const people = (count: number, flags: (at: number) => number = (at) => 1 + (at % 2) * 2) =>
  Array.from({ length: count }, (_, at) => ({ id: idAt(at), name: `名${at}`, birthDate: '1986-01-02', flags: flags(at) }));
const serve = (...given: Parameters<typeof people>) => serveHousehold(scratch.pool, programme, households.digests(programme), people(...given)); // prettier-ignore
const ask = (at: number) => ({ person: households.digests(programme).person(idAt(at)) });

beforeAll(async () => {
  scratch = await createScratchLedger();
  await foundProgramme(scratch.database, programme);
  const query = scratch.pool.query.bind(scratch.pool) as (...given: unknown[]) => unknown; // whatever form it is called in
  scratch.pool.query = ((...given: unknown[]) => {
    const [config] = given as [{ name?: string }];
    if (config.name?.startsWith('household-lookup')) statements += 1;
    return query(...given);
  }) as typeof scratch.pool.query;
  households = openHouseholds({ pool: scratch.pool, keystore: scratch.keystore });
});
afterAll(async () => {
  await households.close();
  await scratch.drop();
});

test('nothing was imported: a fault', async () => {
  expect(await faultOf(households.lookUp(programme, [ask(0)]))).toBe('NoSnapshot');
});

test('callers at one moment share a statement, and each gets its own persons in its own order', async () => {
  await serve(1_000);
  statements = 0;
  const calls = Array.from({ length: 64 }, (_, caller) =>
    households.lookUp(programme, [ask(caller), ask(caller + 5_000), ask(caller + 1)]),
  );
  const answers = await Promise.all(calls);
  expect(statements).toBe(1);
  for (const [caller, { found, asOf, snapshot }] of answers.entries()) {
    expect([asOf, snapshot]).toEqual(['2026-10-31', 'invented']);
    expect(found.map((one) => one?.flags)).toEqual([1 + (caller % 2) * 2, undefined, 1 + ((caller + 1) % 2) * 2]);
  }
});

test('a thousand at once, the same one twice', async () => {
  const asked = Array.from({ length: 1_000 }, (_, at) => ask(at % 500));
  const { found } = await households.lookUp(programme, asked);
  expect(found).toHaveLength(1_000);
  expect(found.every((one, at) => one?.flags === 1 + ((at % 500) % 2) * 2)).toBe(true);
});

test('after a switch nobody is answered from what served before, whoever made it', async () => {
  for (let flags = 1; flags < 6; flags += 1) {
    await serve(10, () => flags);
    expect((await households.lookUp(programme, [ask(3)])).found[0]?.flags).toBe(flags);
  }
});

test('while tables are exchanged again and again, every answer is of one of them', async () => {
  let isSwitching = true;
  const seen = new Set<number | undefined>();
  const asking = Array.from({ length: 8 }, async () => {
    while (isSwitching) {
      const { found } = await households.lookUp(programme, [ask(3), ask(4)]);
      expect(found[0]?.flags).toBe(found[1]?.flags);
      seen.add(found[0]?.flags);
    }
  });
  for (let flags = 1; flags < 12; flags += 1) {
    await renumbered(flags);
    expect((await households.lookUp(programme, [ask(3)])).found[0]?.flags).toBe(flags);
  }
  isSwitching = false;
  await Promise.all(asking);
  expect(seen.has(undefined)).toBe(false);
});

/** A switch as imports make it: a new table, one transaction, then the old one dropped. */
async function renumbered(flags: number): Promise<void> {
  const [old] = (await scratch.pool.query<{ rows_number: number }>('select rows_number from household_serving')).rows;
  const [from, next] = [`household_rows_${old?.rows_number}`, (old?.rows_number ?? 0) + 1];
  await scratch.pool.query(`create table household_rows_${next} as select person, name_digest, birth_digest, ${flags}::smallint as flags from ${from}`); // prettier-ignore
  await scratch.pool.query('update household_serving set version = version + 1, rows_number = $1', [next]);
  await scratch.pool.query(`drop table ${from}`);
}

test('known and unknown cost the same probes and leave the same rows behind', async () => {
  await serve(1_000);
  const plan = async (at: number): Promise<string[]> => {
    const { lookupText, uuidArray } = await import('./lookup-statement.ts');
    const { readServing } = await import('./serving.ts');
    const digests = households.digests(programme);
    const serving = await readServing(scratch.database, programme, digests);
    const text = `explain (analyze, costs off, timing off, summary off, buffers off) ${lookupText(serving)}`;
    const values = [uuidArray([digests.person(idAt(at))]), uuidArray([undefined]), uuidArray([undefined]), programme];
    const { rows } = await scratch.pool.query<Record<'QUERY PLAN', string>>({ text, values });
    return rows.map((row) => row['QUERY PLAN'].replaceAll(/[0-9a-f-]{36}/g, 'id'));
  };
  const known = await plan(1);
  const unknown = await plan(5_000);
  const shape = (lines: string[]) => lines.map((line) => line.replaceAll(/actual rows=[\d.]+|Memory: .*|Heap Blocks.*/g, ''));
  expect(shape(unknown)).toEqual(shape(known));
  expect(known.join('\n')).toMatch(/Index/);
});

test('too many at once are turned away before anything is asked', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ask(at));
  const calls = Array.from({ length: 40 }, () => faultOf(households.lookUp(programme, many)));
  const outcomes = await Promise.all(calls);
  expect(outcomes.filter((outcome) => outcome === 'LookupOverloaded').length).toBeGreaterThan(10);
  expect(outcomes.filter((outcome) => outcome === 'resolved').length).toBeGreaterThan(10);
});

test('a database that refuses is a fault for everybody in the group, and the next are answered', async () => {
  await scratch.pool.query('alter table household_serving rename to away');
  const faults = await Promise.all([faultOf(households.lookUp(programme, [ask(1)])), faultOf(households.lookUp(programme, [ask(2)]))]);
  expect(faults).not.toContain('resolved');
  await scratch.pool.query('alter table away rename to household_serving');
  expect((await households.lookUp(programme, [ask(1)])).found[0]?.flags).toBe(3);
});
