// Every file that is not what it should be: a code, a clause, a record, its end, and the running snapshot as it was.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { manifestMessage } from '#domain/verification';
import {
  big5,
  householdColumns,
  householdCsv,
  listCsv,
  newSender,
  numbers,
  openHouseholdOffice,
  personAt,
  Refused,
  type FileToSend,
  type HouseholdOffice,
  type SentFile,
} from '../../../test/support/household-office.ts';

let office: HouseholdOffice;
beforeAll(async () => {
  office = await openHouseholdOffice();
  expect(await office.send(await office.pack({ csv: householdCsv(numbers(0, 300)) }))).toMatchObject({ state: 'serving' });
});
afterAll(() => office.close());

const rows = 300;
const later = { period: '2026-11', asOf: '2026-11-21' };
const good = (): string => householdCsv(numbers(0, rows));
const line = (at: number, text: string): string => good().split('\n').with(at, text).join('\n');

/** What became of it, and that nothing else did. */
async function refusalOf(sent: SentFile): Promise<{ readonly code: string; readonly clause: string }> {
  const said = (await office.said('household-import')).length;
  const serving = await servingNow();
  const refusal = await office.send(sent).then(
    (file) => {
      expect(file).toMatchObject({ state: 'refused', uploadedBytes: null, loadedRows: null });
      expect(file.destroyedAt).not.toBeNull();
      expect(existsSync(office.imports.spool.pathOf(file.id))).toBe(false);
      return file.refusal ?? expect.unreachable();
    },
    (error: Error) => {
      if (!(error instanceof Refused)) throw error;
      return error.refusal;
    },
  );
  const envelopes = (await office.said('household-import')).slice(said);
  expect(envelopes.at(-1)).toMatchObject({ event: 'refused', ...refusal });
  expect(JSON.stringify(envelopes)).not.toMatch(/[A-Z][12]\d{8}|陳|林/);
  expect(await servingNow()).toEqual(serving);
  expect(await office.flagsOf(personAt(1).id)).toBe(1);
  return refusal;
}

async function servingNow() {
  const { rows: found } = await office.office.scratch.pool.query('select * from household_serving');
  const { rows: tables } = await office.office.scratch.pool.query("select relname from pg_class where relname ~ '^household_(rows|status)_\\d+$'"); // prettier-ignore
  return { found, tables };
}

describe('a manifest', () => {
  const cases: [string, FileToSend['says'], object][] = [
    ['of another format', { format: 'v2' }, { field: 'format', fieldCode: 'unknown-value' }],
    ['with a key too many', { more: 1 }, { field: 'more', fieldCode: 'unknown-key' }],
    ['of an unknown kind', { kind: 'voters' }, { field: 'kind', fieldCode: 'unknown-value' }],
    ['of no month', { period: '2026-13' }, { field: 'period', fieldCode: 'not-a-month' }],
    ['without a needed column', { columns: householdColumns.slice(1) }, { field: '統一編號', fieldCode: 'column-missing' }],
    ['of no rows', { rows: 0 }, { field: 'rows', fieldCode: 'out-of-range' }],
  ];
  test.each(cases)('%s', async (_, says, place) => {
    const refusal = await refusalOf(await office.pack({ ...later, csv: good(), says: says ?? {} }));
    expect(refusal).toEqual({ code: 'manifest-malformed', clause: 'NV-4.1.1', ...place });
  });

  test('that is no JSON', async () => {
    const sent = await office.pack({ ...later, csv: good() });
    expect(await refusalOf({ ...sent, manifest: Buffer.from('{') })).toMatchObject({ code: 'manifest-malformed' });
  });

  test('of a sender nobody trusts, whatever it is called', async () => {
    const stranger = newSender('stranger');
    expect(await refusalOf(await office.pack({ ...later, csv: good(), sender: stranger }))).toMatchObject({
      code: 'sender-unknown',
      clause: 'NV-4.1.3',
    });
    const impostor = newSender('civil-affairs');
    expect(await refusalOf(await office.pack({ ...later, csv: good(), sender: impostor }))).toMatchObject({ code: 'signature-false' });
  });

  test('changed after it was signed, signed otherwise, or without a signature', async () => {
    const sent = await office.pack({ ...later, csv: good() });
    const changed = Buffer.from(sent.manifest.toString().replace('2026-11-21', '2026-11-20'));
    expect(await refusalOf({ ...sent, manifest: changed })).toMatchObject({ code: 'signature-false', clause: 'NV-4.1.3' });
    const bare = Buffer.from(office.sender.sign(sent.manifest)).toString('base64');
    expect(await refusalOf({ ...sent, signature: bare })).toMatchObject({ code: 'signature-false' });
    expect(manifestMessage(sent.manifest)).not.toEqual(sent.manifest);
    expect(await refusalOf({ ...sent, signature: 'x' })).toMatchObject({ code: 'signature-malformed' });
  });

  test('of a file too large, or of a day to come', async () => {
    expect(await refusalOf(await office.pack({ ...later, csv: good(), says: { rows: 30_000_001 } }))).toMatchObject({ code: 'too-large', field: 'rows' }); // prettier-ignore
    expect(await refusalOf(await office.pack({ ...later, csv: good(), says: { bytes: 4 * 1024 ** 3 + 1 } }))).toMatchObject({ code: 'too-large', field: 'bytes' }); // prettier-ignore
    expect(await refusalOf(await office.pack({ ...later, csv: good(), asOf: '2026-11-23' }))).toMatchObject({ code: 'as-of-in-future' });
  });

  test('of an older month or day than what serves', async () => {
    expect(await refusalOf(await office.pack({ period: '2026-09', asOf: '2026-11-01', csv: good() }))).toMatchObject({ code: 'period-older', field: 'period' }); // prettier-ignore
    expect(await refusalOf(await office.pack({ period: '2026-10', asOf: '2026-10-30', csv: good() }))).toMatchObject({ code: 'period-older', field: 'asOf' }); // prettier-ignore
  });

  test('that was imported before', async () => {
    expect(await refusalOf(await office.pack({ csv: good() }))).toEqual({ code: 'imported-before', clause: 'NV-4.1.1' });
  });

  test('that says what the file is not', async () => {
    const say = async (says: FileToSend['says']) => refusalOf(await office.pack({ ...later, csv: good(), says: says ?? {} }));
    expect(await say({ rows: rows + 1 })).toMatchObject({ code: 'rows-differ' });
    expect(await say({ rows: rows - 1 })).toMatchObject({ code: 'rows-differ' });
    expect(await say({ bytes: Buffer.byteLength(good()) - 1 })).toMatchObject({ code: 'bytes-differ' });
    expect(await say({ bytes: Buffer.byteLength(good()) + 1 })).toMatchObject({ code: 'bytes-differ' });
    expect(await say({ sha256: '0'.repeat(64) })).toMatchObject({ code: 'sha256-differs' });
    expect(await say({ columns: [...householdColumns].toReversed() })).toMatchObject({ code: 'header-differs', field: '1' });
    expect(await say({ columns: [...householdColumns, '區'] })).toMatchObject({ code: 'header-differs', field: '5' });
    // The same bytes as a list: whoever is in it would be disabled.
    expect(await say({ kind: 'disability', columns: ['統一編號'] })).toMatchObject({ code: 'header-differs' });
  });

  test('that says another encoding', async () => {
    expect(await refusalOf(await office.pack({ ...later, csv: big5(good()) }))).toMatchObject({ code: 'encoding-differs' });
    const refusal = await refusalOf(await office.pack({ ...later, csv: good(), encoding: 'big5' }));
    expect(['encoding-differs', 'header-differs']).toContain(refusal.code);
  });
});

describe('a ciphertext', () => {
  test('cut anywhere', async () => {
    const sent = await office.pack({ ...later, csv: good() });
    for (const end of [0, 20, 150, 300, sent.ciphertext.length - 1]) {
      const refusal = await refusalOf({ ...sent, ciphertext: sent.ciphertext.subarray(0, end) });
      expect([end, refusal.code]).toEqual([end, 'ciphertext-damaged']);
    }
  });

  test('cut behind a whole chunk of a longer file', async () => {
    const csv = householdCsv(numbers(0, 5_000));
    const sent = await office.pack({ ...later, csv });
    const header = sent.ciphertext.indexOf('\n--- ') + 49;
    const oneChunk = sent.ciphertext.subarray(0, header + 16 + 65_536 + 16);
    expect(await refusalOf({ ...sent, ciphertext: oneChunk })).toMatchObject({ code: 'ciphertext-damaged', clause: 'NV-4.1.3' });
    expect(await refusalOf({ ...sent, ciphertext: Buffer.concat([sent.ciphertext, Buffer.from('x')]) })).toMatchObject({ code: 'ciphertext-damaged' }); // prettier-ignore
  });

  test('with a bit turned: in version, stanza, header MAC, nonce, chunk and tag', async () => {
    const sent = await office.pack({ ...later, csv: good() });
    const header = sent.ciphertext.indexOf('\n--- ');
    for (const at of [3, 60, 90, header + 10, header + 55, header + 200, sent.ciphertext.length - 1]) {
      const ciphertext = Buffer.from(sent.ciphertext);
      ciphertext[at]! ^= 1;
      const refusal = await refusalOf({ ...sent, ciphertext });
      // A stanza that does not open is one for somebody else.
      expect([at, refusal.clause]).toEqual([at, 'NV-4.1.3']);
      expect(['ciphertext-damaged', 'recipient-wrong']).toContain(refusal.code);
    }
  });

  test('for somebody else, and a plain file', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    expect(await refusalOf(await office.pack({ ...later, csv: good(), recipient }))).toEqual({
      code: 'recipient-wrong',
      clause: 'NV-4.1.3',
    });
    const sent = await office.pack({ ...later, csv: good() });
    expect(await refusalOf({ ...sent, ciphertext: Buffer.from(good()) })).toMatchObject({ code: 'ciphertext-damaged' });
    expect(await refusalOf({ ...sent, ciphertext: Buffer.alloc(100_000, 'age-encryption.org/v1\n') })).toMatchObject({ code: 'ciphertext-damaged' }); // prettier-ignore
  });
});

describe('a CSV', () => {
  const spoilt = (text: string): string => good().split('\n').map((row, at) => (at >= 50 && at <= 60 ? text : row)).join('\n'); // prettier-ignore
  const cases: [string, string, object][] = [
    ['with a quote that is never closed', line(100, `"${personAt(99).id},a,0400101,`), { code: 'quote-unclosed', row: 100 }],
    ['with a quote in the middle of a field', line(100, `${personAt(99).id},a"b,0400101,`), { code: 'quote-misplaced', row: 100 }],
    ['with text after a closing quote', line(100, `"${personAt(99).id}"x,a,0400101,`), { code: 'quote-misplaced', row: 100 }],
    ['with a line of a megabyte', line(100, 'x'.repeat(1_000_000)), { code: 'record-too-long', row: 100 }],
    ['of one line without an end', `${householdColumns.join(',')}\n${'x'.repeat(1_000_000)}`, { code: 'record-too-long', row: 1 }],
    ['with ragged rows', spoilt('x,y'), { code: 'too-many-bad-rows', row: 60 }],
    ['with rows of nobody', spoilt('ABC,王,0400101,'), { code: 'too-many-bad-rows', row: 60 }],
    ['with a NUL in rows', spoilt(`A100000001,王\0,0400101,`), { code: 'too-many-bad-rows', row: 60 }],
    ['with one person many times', spoilt('A100000001,王,0400101,'), { code: 'too-many-bad-rows', row: 301 }],
  ];
  test.each(cases)('%s', async (name, csv, refusal) => {
    const text = name.includes('many times') ? `${csv}A100000001,王,0400101,\n` : csv;
    expect(await refusalOf(await office.pack({ ...later, csv: text }))).toEqual({ clause: 'NV-4.1.1', ...refusal });
  });

  test('of nothing but a header', async () => {
    const sent = await office.pack({ ...later, csv: `${householdColumns.join(',')}\n`, says: { rows: 1 } });
    expect(await refusalOf(sent)).toMatchObject({ code: 'rows-differ' });
  });

  test('with bad rows within the limit is imported without them, and lists place and code, never a value', async () => {
    const bad = ['A100000001,王', ',王,0400101,', 'A100000001,,0400101,', 'A100000001,王,0401301,', 'A100000001,王,0400101,maybe'];
    const repeated = `${personAt(0).id},再一次,0400101,`;
    const text = [good().trimEnd(), ...bad, repeated, ''].join('\n');
    const broken = Buffer.concat([
      Buffer.from(`${text}A100000001,`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(',0400101,\nA1000\0,王,0400101,\n'),
    ]);
    const done = await office.send(await office.pack({ ...later, csv: broken }));
    expect(done).toMatchObject({ state: 'serving', rows: rows + 8, loadedRows: rows, badRows: 8, came: 0, went: 0, changed: 0 });
    expect(done.badRowList).toEqual([
      { row: 301, code: 'ragged', field: '' },
      { row: 302, code: 'id-missing', field: '統一編號' },
      { row: 303, code: 'name-missing', field: '姓名' },
      { row: 304, code: 'birth-date-malformed', field: '出生日期' },
      { row: 305, code: 'indigenous-unknown', field: '原住民' },
      { row: 306, code: 'id-repeated', field: '統一編號' },
      { row: 307, code: 'not-in-encoding', field: '' },
      { row: 308, code: 'nul', field: '' },
    ]);
  });

  test('a list with rows of nobody', async () => {
    const done = await office.send(await office.pack({ kind: 'disability', ...later, csv: `${listCsv([1, 2])}ABC\n${personAt(1).id}\n` }));
    expect(done).toMatchObject({ state: 'serving', loadedRows: 2, badRows: 2 });
  });
});

test('an upload longer than its manifest allows is stopped, one that leaves a gap too, and it goes on where it was', async () => {
  const sent = await office.pack({ period: '2026-12', asOf: '2026-11-22', csv: good() });
  const { actorFacts } = await import('#server/accounts');
  const keeper = actorFacts(await office.office.actor('keeper'));
  const opened = await office.imports.open(office.programme, keeper, sent);
  const id = opened.kind === 'opened' ? opened.id : expect.unreachable();
  const receive = (offset: number, bytes: Uint8Array) =>
    office.imports.receive(office.programme, id, offset, (async function* () { yield bytes; })()); // prettier-ignore
  expect(await receive(0, sent.ciphertext.subarray(0, 1_000))).toEqual({ kind: 'received', bytes: 1_000 });
  expect(await receive(2_000, sent.ciphertext.subarray(2_000))).toEqual({ kind: 'gap' });
  expect(await receive(0, Buffer.alloc(200_000))).toEqual({ kind: 'too-large' });
  expect(await receive(900, sent.ciphertext.subarray(900))).toEqual({ kind: 'received', bytes: sent.ciphertext.length });
  // The same manifest again is the same import: an upload that was cut off goes on.
  expect(await office.imports.open(office.programme, keeper, sent)).toEqual({ kind: 'opened', id });
  expect(await office.imports.run(office.programme, keeper, id)).toEqual({ kind: 'serving' });
  expect(await receive(0, Buffer.alloc(1))).toEqual({ kind: 'not-waiting' });
});
