import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  big5,
  householdCsv,
  listCsv,
  numbers,
  openHouseholdOffice,
  personAt,
  type HouseholdOffice,
} from '../../../test/support/household-office.ts';
import { faultOf } from '../../../test/support/scratch-ledger.ts';
import { isoDateOf } from '#domain/kernel';
import { flagBits, normaliseName } from '#domain/verification';

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice();
});
afterAll(() => office.close());

const resident = flagBits['county-resident'];
const spooled = () => readdirSync(join(office.office.scratch.folder, 'household'));
const tables = async () =>
  (await office.office.scratch.pool.query("select relname from pg_class where relkind = 'r' and relname like 'household\\_%\\_%' order by 1"))
    .rows.map(({ relname }) => String(relname)).filter((name) => /\d$/.test(name)); // prettier-ignore

test('before the first import nobody is looked up, and nobody is a "no"', async () => {
  expect(await faultOf(office.flagsOf(personAt(1).id))).toBe('NoSnapshot');
});

describe('one import after another', () => {
  test('a household file serves, its people are found and its raw file is gone', async () => {
    const sent = await office.pack({ csv: householdCsv(numbers(0, 1_000)) });
    const done = await office.send(sent);
    expect(done).toMatchObject({
      state: 'serving',
      loadedRows: 1_000,
      badRows: 0,
      came: null,
      uploadedBytes: null,
      fileBytes: sent.ciphertext.length,
    });
    expect(await office.flagsOf(personAt(0).id)).toBe(resident | flagBits.indigenous);
    expect(await office.flagsOf(personAt(1).id)).toBe(resident);
    expect(await office.flagsOf(personAt(1_000).id)).toBeUndefined();
    expect(spooled()).toEqual([]);
    expect((await office.said('household-import')).map(({ event, clause, rows }) => [event, clause, rows])).toEqual([
      ['opened', 'NV-4.1.3', 1_000],
      ['switched', 'NV-4.1.3', 1_000],
    ]);
    const [destruction] = await office.said('destruction');
    expect(destruction).toMatchObject({ clause: 'NV-4.4', fileSha256: done.fileSha256, fileBytes: sent.ciphertext.length });
  });

  test('name and birth date are compared where they are asked, and unknown is like wrong', async () => {
    const { id, name } = personAt(7);
    const digests = office.households.digests(office.programme.id);
    const born = isoDateOf('1948-08-08');
    const person = digests.person(id);
    const asked = [
      { person, name: digests.name(id, normaliseName(name) ?? ''), birthDate: digests.birthDate(id, born) },
      { person, name: digests.name(id, '別人'), birthDate: digests.birthDate(id, isoDateOf('1948-08-09')) },
      { person },
      { person: digests.person('A100000001'), name: digests.name('A100000001', name) },
    ];
    const { asOf, found } = await office.households.lookUp(office.programme.id, asked);
    expect(asOf).toBe('2026-10-31');
    expect(found).toEqual([
      { flags: resident, nameMatches: true, birthDateMatches: true },
      { flags: resident, nameMatches: false, birthDateMatches: false },
      { flags: resident, nameMatches: false, birthDateMatches: false },
      undefined,
    ]);
  });

  test('a status list joins by digest, and says how many of it are strangers to the household file', async () => {
    const done = await office.send(await office.pack({ kind: 'disability', csv: listCsv([1, 2, 5_000]) }));
    expect(done).toMatchObject({ state: 'serving', loadedRows: 3, warnings: { 'not-in-household-file': 1 } });
    expect(await office.flagsOf(personAt(1).id)).toBe(resident | flagBits.disability);
    expect(await office.flagsOf(personAt(3).id)).toBe(resident);
    expect(await office.flagsOf(personAt(5_000).id)).toBe(flagBits.disability);
  });

  test('another list keeps the first one, a newer one takes the place of its own kind', async () => {
    await office.send(await office.pack({ kind: 'low-income', csv: listCsv([2, 3]) }));
    const done = await office.send(await office.pack({ kind: 'disability', period: '2026-11', asOf: '2026-11-20', csv: listCsv([2, 4]) }));
    expect(done).toMatchObject({ state: 'serving', came: 1, went: 2, changed: 0 });
    const flags = await Promise.all([1, 2, 3, 4].map((at) => office.flagsOf(personAt(at).id)));
    expect(flags).toEqual([
      resident,
      resident | flagBits.disability | flagBits['low-income'],
      resident | flagBits['low-income'],
      resident | flagBits.disability,
    ]);
  });

  test('a dry run counts and compares, changes nothing and keeps its file; the same file is started afterwards', async () => {
    const changes = (at: number) => (at === 10 ? { name: '新名字' } : at === 11 ? { indigenous: '是' } : {});
    const sent = await office.pack({ period: '2026-11', asOf: '2026-11-01', csv: householdCsv(numbers(5, 1_010), changes) });
    const before = await tables();
    const tried = await office.send(sent, { isDryRun: true });
    expect(tried).toMatchObject({ state: 'dry-run', loadedRows: 1_005, came: 10, went: 5, changed: 2, destroyedAt: null });
    expect(tried.uploadedBytes).toBe(sent.ciphertext.length);
    expect(await tables()).toEqual(before);
    expect(await office.flagsOf(personAt(1_005).id)).toBeUndefined();
    expect((await office.said('household-import')).at(-1)).toMatchObject({ event: 'dry-run', came: 10, went: 5, changed: 2 });

    const { kind } = await office.imports.run(office.programme, await keeper(), tried.id);
    expect(kind).toBe('serving');
    expect(await office.flagsOf(personAt(1_005).id)).toBe(resident);
    expect(await office.flagsOf(personAt(4).id)).toBe(flagBits.disability); // gone from the file, still on the list
    expect(spooled()).toEqual([]);
  });

  test('no table stays that nobody reads', async () => {
    const serving = await office.office.scratch.pool.query("select number, kind from household_import where state = 'serving'");
    const status = await office.office.scratch.pool.query('select status_number from household_serving');
    const needed = [...serving.rows.map(({ number }) => `household_rows_${number}`), `household_status_${status.rows[0].status_number}`];
    expect(await tables()).toEqual(needed.toSorted());
  });

  test('a difference out of proportion waits for a word: not before it, and not after a refusal', async () => {
    const half = await office.pack({ period: '2026-11', asOf: '2026-11-02', csv: householdCsv(numbers(5, 500)) });
    const waits = await office.send(half);
    expect(waits).toMatchObject({ state: 'ready', outOfProportion: true, went: 510 });
    expect(waits.destroyedAt).not.toBeNull();
    expect(await office.flagsOf(personAt(901).id)).toBe(resident);
    await office.imports.resume();
    expect(await office.flagsOf(personAt(901).id)).toBe(resident);

    const other = await office.pack({ period: '2026-11', asOf: '2026-11-03', csv: householdCsv(numbers(5, 1_010)) });
    expect(await office.send(other)).toMatchObject({ state: 'waiting' });
    expect(await office.imports.discard(office.programme, await keeper(), waits.id)).toEqual({ kind: 'failed' });
    expect((await office.said('household-import')).at(-1)).toMatchObject({ event: 'failed', code: 'discarded' });
    expect(await office.send(other)).toMatchObject({ state: 'serving', went: 0 });

    const again = await office.send(await office.pack({ period: '2026-11', asOf: '2026-11-04', csv: householdCsv(numbers(5, 400)) }));
    expect(again.state).toBe('ready');
    expect(await office.imports.run(office.programme, await keeper(), again.id, { acceptsDifference: true })).toEqual({ kind: 'serving' });
    expect(await office.flagsOf(personAt(901).id)).toBeUndefined();
  });
});

test('Big5, CRLF, a byte-order mark, quotes and more columns than needed', async () => {
  const rows = ['區,原住民,姓名,統一編號,出生日期', '"埔里,鎮",是,王小明,A123456789,0750102', '仁愛鄉,,"李""大""華",B223456787,0801231'];
  const columns = ['區', '原住民', '姓名', '統一編號', '出生日期'];
  const accept = { acceptsDifference: true };
  const csv = big5(rows.join('\r\n'));
  const sent = await office.pack({ period: '2026-12', asOf: '2026-11-21', encoding: 'big5', csv, says: { columns } });
  expect(await office.send(sent, accept)).toMatchObject({ state: 'serving', loadedRows: 2 });
  expect(await office.flagsOf('A123456789')).toBe(resident | flagBits.indigenous);
  const marked = await office.pack({ period: '2026-12', asOf: '2026-11-22', csv: `\ufeff${householdCsv([1, 2]).trimEnd()}` });
  expect(await office.send(marked, accept)).toMatchObject({ state: 'serving', loadedRows: 2 });
});

test('digests of another key are a fault, never a "no"; a list under it is refused, a household file begins anew', async () => {
  const { keystore, pool } = office.office.scratch;
  const path = join(keystore.directory, 'programmes', office.programme.id, 'household.key');
  expect(existsSync(path)).toBe(true);
  await pool.query(
    "update household_serving set key_fingerprint = repeat('0', 32); update household_import set key_fingerprint = repeat('0', 32)",
  );
  await pool.query('update household_serving set version = version + 1');
  expect(await faultOf(office.flagsOf(personAt(1).id))).toBe('ForeignSnapshot');
  const list = await office.send(await office.pack({ kind: 'low-income', period: '2026-12', asOf: '2026-11-22', csv: listCsv([1]) }));
  expect(list).toMatchObject({ state: 'refused', refusal: { code: 'key-changed', clause: 'NV-4.1.3' } });
  const anew = await office.send(await office.pack({ period: '2026-12', asOf: '2026-11-22', csv: householdCsv([1, 2, 3]) }));
  expect(anew).toMatchObject({ state: 'serving', came: null });
  expect(await office.flagsOf(personAt(2).id)).toBe(resident); // the old lists agree with nobody, and are out
});

async function keeper() {
  const { actorFacts } = await import('#server/accounts');
  return actorFacts(await office.office.actor('keeper'));
}
