// The verifier against offices that lie: everything in their packs agrees with the lie, down to the manifest that the log records and the
// tree that the log's key signs. What they can't change is what their own log says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from '#domain/kernel';
import {
  intent,
  verification,
  makePack,
  other,
  outcome,
  packOrigin,
  packVkey,
  refused,
  writePack,
  type Lies,
  type LoggedRecord,
  type PackParts,
} from '../../../test/support/evidence-pack.ts';
import { verifyPath } from './verify-path.ts';

let home = '';
let count = 0;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'mingcha-evidence-'));
});
afterAll(() => rmSync(home, { recursive: true }));

async function verdictOn(lies: Lies, subjects = false) {
  const { files } = await makePack(lies, subjects);
  return verifyPath(writePack(join(home, String((count += 1))), files), { key: packVkey });
}
const edit = (files: Map<string, Uint8Array>, path: string, change: (text: string) => string) =>
  files.set(path, utf8(change(fromUtf8(files.get(path) ?? new Uint8Array(0)))));
const at = '2026-10-20T01:00:00.000Z';

test.each([false, true])('an honest pack is intact, with the persons queried: %j', async (subjects) => {
  const { files, closeIndex, size } = await makePack({}, subjects);
  const folder = writePack(join(home, `honest-${subjects}`), files);
  const facts = { programme: 'nantou-webir', month: '2026-10', rows: 5, start: 3, end: closeIndex + 1, subjects, exportIndex: size - 2 };
  expect(await verifyPath(folder, { key: packVkey })).toMatchObject({
    intact: true,
    origin: packOrigin,
    size,
    evidence: facts,
    note: [expect.stringContaining('2026-09 月結'), expect.stringContaining('2026-10 月結')],
  });
  expect(await verifyPath(folder)).toMatchObject({
    intact: true,
    keyGiven: false,
    note: expect.arrayContaining([expect.stringContaining('--key')]),
  });
});

test('without the persons queried, nothing of them is anywhere in the pack', async () => {
  const { files } = await makePack({}, false);
  for (const bytes of files.values()) expect(fromUtf8(bytes)).not.toMatch(/M123456789|M12\*|社助|HYPERLINK/);
});

describe('a query is left out', () => {
  const drop = (index: number) => (parts: PackParts) => {
    parts.opened = parts.opened.filter((each) => each !== index && parts.records[each]?.intent !== index);
  };
  const dropRow = (line: number) => (parts: PackParts) => void parts.list.splice(line, 1);

  test.each<[string, Lies, string, string]>([
    ['of the list', { parts: dropRow(2) }, 'wrong-row', 'list.csv line 3'],
    ['at the end of the list', { parts: dropRow(5) }, 'wrong-row', 'list.csv line 6'],
    ['of list and openings', { parts: (parts) => (drop(9)(parts), parts.list.splice(3)) }, 'wrong-row', 'list.csv line 4'],
    ['the last one, of list and openings', { parts: (parts) => (drop(12)(parts), parts.list.pop()) }, 'not-opened', 'openings record 12'],
    ['of the openings', { parts: drop(5) }, 'wrong-row', 'list.csv line 2'],
    ['by its outcome alone', { parts: (parts) => void (parts.opened = parts.opened.filter((index) => index !== 6)) }, 'wrong-row', 'list.csv line 2'], // prettier-ignore
    ['with its leaf', { files: (files) => edit(files, 'leaves', (text) => text.split('\n').toSpliced(2, 1).join('\n')) }, 'wrong-range', 'range-proof'], // prettier-ignore
  ])('%s', async (_, lies, code, place) => {
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code, place: expect.stringContaining(place) } });
  });

  test('and the range begins after it', async () => {
    const lies: Lies = { parts: (parts) => ((parts.start = 6), drop(5)(parts), parts.list.splice(1, 1)) };
    expect(await verdictOn(lies)).toMatchObject({ intact: false });
  });

  test('asked after the closing, it shows too', async () => {
    const late: Lies = { parts: ({ records }) => void records.push(intent(at)) };
    expect(await verdictOn(late)).toMatchObject({ intact: false, firstWrong: { code: 'not-opened', place: 'openings record 16' } });
  });
});

describe('the list says something else', () => {
  test.each<[string, Lies, string, string]>([
    ['another person', { parts: ({ list }) => void (list[2] = list[2]!.replace('user1', 'user3')) }, 'wrong-row', 'list.csv line 3'],
    ['another result', { parts: ({ list }) => void (list[1] = list[1]!.replace('3 筆', '2 筆')) }, 'wrong-row', 'list.csv line 2'],
    ['a row more', { parts: ({ list }) => void list.push(list[5]!) }, 'wrong-row', 'list.csv line 7'],
    ['two rows changed about', { parts: ({ list }) => void list.splice(1, 2, list[2]!, list[1]!) }, 'wrong-row', 'list.csv line 2'],
    ['another header', { parts: ({ list }) => void (list[0] = list[0]!.replace('姓名', '名字')) }, 'wrong-row', 'list.csv line 1'],
    ['another end of a line', { parts: ({ list }) => void (list[1] = list[1]!.replace('\r', '')) }, 'wrong-row', 'list.csv line 2'],
    ['and the opening agrees', { files: (files) => {
        edit(files, 'openings', (text) => text.replace('"login":"user2"', '"login":"user9"'));
        edit(files, 'list.csv', (text) => text.replace('user2,', 'user9,'));
      } }, 'wrong-commitment', 'openings record 9 compartment B'], // prettier-ignore
    ['and the salt is another', { files: (files) => edit(files, 'openings', (text) => text.replace(/^5 A .{5}/m, '5 A AAAAA')) }, 'wrong-commitment', 'openings record 5 compartment A'], // prettier-ignore
  ])('%s', async (_, lies, code, place) => {
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code, place } });
  });
});

describe('the openings are not in order', () => {
  const reopen = (change: (opened: number[]) => number[]): Lies => ({ parts: (parts) => void (parts.opened = change(parts.opened)) });
  test.each<[string, Lies]>([
    ['a record twice', reopen((opened) => [...opened, 5])],
    ['two queries changed about', reopen((opened) => opened.map((index) => (index === 9 ? 12 : index === 12 ? 9 : index)))],
    ['a record of another kind', reopen((opened) => [3, ...opened])],
    ['a record before the range', reopen((opened) => [1, ...opened])],
    ['an outcome away from its query', reopen((opened) => [...opened.filter((index) => index !== 6), 6])],
    ['an outcome that nobody asked for', { log: (records) => void (records[13] = outcome('2026-11-01T01:00:00.000Z', 3, { kind: 'not-found' })), ...reopen((opened) => [...opened, 13]) }], // prettier-ignore
    ['a compartment missing', { files: (files) => edit(files, 'openings', (text) => text.replace(/^8 B .*\n/m, '')) }],
    ['a compartment too many', { files: (files) => edit(files, 'openings', (text) => text.replace(/^(8 B .*\n)/m, '$1$1')) }],
    ['the last compartment missing', { files: (files) => edit(files, 'openings', (text) => text.replace(/\n[^\n]+\n$/, '\n')) }],
  ])('%s', async (_, lies) => {
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code: expect.stringMatching(/^wrong-(order|row)$/) } });
  });
});

describe('the log itself is arranged', () => {
  const arrange = (change: (records: LoggedRecord[]) => void): Lies => ({ log: change });
  test('a query under another month: on no list, and its leaf contradicts its time', async () => {
    const earlier = arrange((records) => void (records[8] = { ...records[8]!, leafMonth: '2026-09' }));
    expect(await verdictOn(earlier)).toMatchObject({ intact: false, firstWrong: { code: 'not-listed', place: 'leaves record 8' } });
    const later = arrange((records) => void (records[8] = { ...records[8]!, leafMonth: '2026-12' }));
    expect(await verdictOn(later)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-order', place: 'openings record 10' } });
    const moved = arrange((records) => records.push({ ...intent('2026-11-02T01:00:00.000Z'), leafMonth: '2026-10' }));
    expect(await verdictOn(moved)).toMatchObject({
      intact: false,
      firstWrong: { code: 'wrong-month', place: 'openings record 15 compartment A' },
    });
  });

  test('queries of other months are no fault where their own lists show them', async () => {
    const early = arrange((records) => void (records[5] = { ...records[5]!, leafMonth: '2026-09', at: '2026-09-30T15:59:59.999Z' })); // before September was closed
    expect(await verdictOn(early)).toMatchObject({ intact: true, evidence: { rows: 4 } });
    const next = arrange((records) => records.push(intent('2026-11-02T01:00:00.000Z')));
    expect(await verdictOn(next)).toMatchObject({
      intact: true,
      evidence: { rows: 5 },
      note: expect.arrayContaining([expect.stringContaining('2026-11 共 1 筆，自第 15 號起')]),
    });
  });

  test.each([false, true])('a verification is a row of its own, and must be listed; with the persons queried: %j', async (subjects) => {
    const replaced = arrange((records) => void (records[12] = verification('2026-10-31T15:59:59.900Z')));
    expect(await verdictOn(replaced, subjects)).toMatchObject({ intact: true, evidence: { rows: 5 } });
    const unlisted: Lies = {
      ...replaced,
      parts: (parts) => {
        parts.opened = parts.opened.filter((index) => index !== 12);
        parts.list.pop();
      },
    };
    expect(await verdictOn(unlisted, subjects)).toMatchObject({ intact: false, firstWrong: { code: 'not-opened', place: 'openings record 12' } }); // prettier-ignore
  });

  test('a second closing of the month', async () => {
    const twice: Lies = { parts: ({ records, opened }) => (records.push(records[15]!), opened.push(16)) };
    expect(await verdictOn(twice)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-closing', place: 'openings record 16' } });
    const hidden: Lies = { parts: ({ records }) => records.push(records[15]!) };
    expect(await verdictOn(hidden)).toMatchObject({ intact: false, firstWrong: { code: 'not-opened', place: 'openings record 16' } });
  });

  test.each(['rows', 'answered', 'refused', 'failed', 'firstIndex'])('a closing that fixed another number: %s', async (field) => {
    const lies: Lies = {
      parts: ({ records }) => {
        const closing = records[15]!;
        records[15] = { ...closing, envelope: { ...closing.envelope, [field]: Number(closing.envelope[field]) + 1 } };
      },
    };
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-closing', place: 'openings record 15' } });
  });

  test('a closing that fixed another list shows once the persons queried are opened', async () => {
    const lies: Lies = {
      parts: ({ records }) => {
        const closing = records[15]!;
        records[15] = { ...closing, envelope: { ...closing.envelope, listDigest: 'AAAA' } };
      },
    };
    expect(await verdictOn(lies, true)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-closing' } });
    expect(await verdictOn(lies, false)).toMatchObject({ intact: true });
  });

  test('no closing at all', async () => {
    const lies = arrange((records) => void records.push(other('sign-in', at, { month: '2026-10' })));
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-closing', place: 'openings' } });
  });

  test('a refusal is a row like any other, and so is a query of the same second', async () => {
    const more = arrange((records) => records.push(refused(at), intent(at), intent(at)));
    expect(await verdictOn(more)).toMatchObject({ intact: true, evidence: { rows: 8 } });
  });

  test('an empty month', async () => {
    const nobody = arrange((records) => void records.splice(4, 10, other('month-close', at, { month: '2026-09' })));
    expect(await verdictOn(nobody)).toMatchObject({ intact: true, evidence: { rows: 0, start: 3, end: 7 } });
  });
});

describe('the pack is of something else', () => {
  test.each<[string, Lies, string]>([
    ['another month', { parts: (parts) => void (parts.about = { ...parts.about, month: '2026-11' }) }, 'wrong-subject'],
    ['another log', { parts: (parts) => void (parts.about = { ...parts.about, origin: 'mingcha.test/other' }) }, 'wrong-subject'],
    ['said to open more than it does', { parts: (parts) => void (parts.about = { ...parts.about, subjects: true }), files: (files) => edit(files, 'openings', (text) => text.replaceAll(/^\d+ C .*\n/gm, '')) }, 'wrong-row'], // prettier-ignore
    ['about nothing', { files: (files) => files.set('about.json', utf8('{}')) }, 'malformed'],
    ['a kept tree of another log', { files: (files) => edit(files, 'checkpoints/2026-10', () => fromUtf8(files.get('checkpoints/2026-09')!).replace(/\n8\n/, '\n9\n')) }, 'wrong-signature'], // prettier-ignore
  ])('%s', async (_, lies, code) => {
    expect(await verdictOn(lies)).toMatchObject({ intact: false, firstWrong: { code } });
  });

  test('a month-end checkpoint of another tree', async () => {
    const forked: Lies = { keptRoot: new Uint8Array(32) };
    expect(await verdictOn(forked)).toMatchObject({ intact: false, firstWrong: { code: 'wrong-root', place: 'checkpoints/2026-09' } });
  });

  test('a month-end checkpoint without its post-quantum signature', async () => {
    const bare: Lies = { files: (files) => edit(files, 'checkpoints/2026-10', (text) => text.replace(/[^\n]+\n$/, '')) };
    expect(await verdictOn(bare)).toMatchObject({ intact: false, firstWrong: { code: 'not-signed-by-key', place: 'checkpoints/2026-10' } });
  });
});

test('files that are not of the pack are pointed out', async () => {
  const { files } = await makePack();
  const folder = writePack(join(home, 'more'), new Map([...files, ['list-corrected.csv', utf8('1')]]));
  expect(await verifyPath(folder, { key: packVkey })).toMatchObject({
    intact: true,
    note: expect.arrayContaining([expect.stringContaining('list-corrected.csv')]),
  });
});

test('another key, or a pack put together of two', async () => {
  const [one, two] = [await makePack(), await makePack({ log: (records) => records.push(intent(at)) })];
  for (const path of ['export-record', 'export.tlog-proof', 'checkpoint', 'range-proof', 'MANIFEST', 'list.csv']) {
    const folder = writePack(join(home, `mixed-${path}`), new Map([...one.files, [path, two.files.get(path)!]]));
    expect(await verifyPath(folder, { key: packVkey }), path).toMatchObject({ intact: false });
  }
  const folder = writePack(join(home, 'key'), one.files);
  const vkey = readFileSync(join(folder, 'vkey'), 'utf8');
  writeFileSync(join(folder, 'vkey'), vkey.replace('mingcha', 'example'));
  expect(await verifyPath(folder, { key: packVkey })).toMatchObject({ intact: false, firstWrong: { place: 'vkey' } });
});
