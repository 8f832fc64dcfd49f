// The files of a pack as texts: what is written is read back, and whatever else arrives is refused by its place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import { fromHex, utf8 } from '#domain/kernel';
import { compartmentBytes } from '#domain/ledger';
import { formatAbout, parseAbout, type About } from './about.ts';
import { EvidenceFault } from './evidence-fault.ts';
import { readExportRecord } from './export-record.ts';
import { csvLine } from './list-csv.ts';
import { formatManifest, parseManifest } from './manifest.ts';
import { formatOpening, parseOpening } from './opening.ts';

const zero = '0'.repeat(64);
const fault = (place: string) => expect.objectContaining({ name: 'EvidenceFault', code: 'malformed', place }) as Error;

/** Reads it, or refuses it in the one way that is foreseen. */
function readsOrRefuses(read: () => void): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(EvidenceFault);
  }
}

describe('the manifest', () => {
  test('is what `sha256sum` writes, by path', () => {
    // SHA-256 of the empty file and of "abc" (FIPS 180-4).
    const [empty, abc] = ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']; // prettier-ignore
    const entries = [{ path: 'leaves', digest: fromHex(empty) }, { path: 'checkpoints/2026-10', digest: fromHex(abc) }]; // prettier-ignore
    expect(formatManifest(entries)).toBe(`${abc}  checkpoints/2026-10\n${empty}  leaves\n`);
    expect(parseManifest(formatManifest(entries))).toEqual(entries.toReversed());
    expect(parseManifest('')).toEqual([]);
  });

  test.each([
    ['a last line without its end', `${zero}  a`, 'MANIFEST'],
    ['an empty line', `${zero}  a\n\n`, 'MANIFEST line 2'],
    ['one space', `${zero} a\n`, 'MANIFEST line 1'],
    ['capital digits', `${'A'.repeat(64)}  a\n`, 'MANIFEST line 1'],
    ['a path that leads out', `${zero}  ../a\n`, 'MANIFEST line 1'],
    ['a path from the root', `${zero}  /a\n`, 'MANIFEST line 1'],
    ['two folders', `${zero}  a/b/c\n`, 'MANIFEST line 1'],
    ['a file twice', `${zero}  a\n${zero}  a\n`, 'MANIFEST line 2'],
    ['another order', `${zero}  b\n${zero}  a\n`, 'MANIFEST line 2'],
    ['the end of a line of others', `${zero}  a\r\n`, 'MANIFEST line 1'],
  ])('%s is refused', (_, text, place) => {
    expect(() => parseManifest(text)).toThrow(fault(place));
  });
});

describe('an opening', () => {
  const salt = sha256(utf8('salt'));

  test('holds the very bytes that were committed to', () => {
    const line = formatOpening(17, 'B', compartmentBytes(salt, { b: '甲\n"', a: 1 }));
    expect(line).toBe(`17 B ${Buffer.from(salt).toString('base64url')} {"a":1,"b":"甲\\n\\""}\n`);
    const text = '{"a":1,"b":"甲\\n\\""}';
    expect(parseOpening(utf8(line.trimEnd()), 'x')).toEqual({ index: 17, letter: 'B', salt, text, json: utf8(text) });
  });

  const good = formatOpening(1, 'A', compartmentBytes(salt, {})).trimEnd();
  test.each([
    ['nothing', ''],
    ['an index with a zero before it', `0${good}`],
    ['an index that no tree has', `9999999999999999${good.slice(1)}`],
    ['another letter', good.replace(' A ', ' D ')],
    ['a short salt', good.replace(/[\w-]{43}/, (text) => text.slice(1))],
    ['spare bits in the salt', good.replace(/.(?= \{)/, '_')],
    ['a value that is no object', good.replace('{}', '[]')],
  ])('%s is refused', (_, line) => {
    expect(() => parseOpening(utf8(line), 'openings line 3')).toThrow(fault('openings line 3'));
  });

  test('whatever arrives is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string().map(utf8)), (line) => readsOrRefuses(() => parseOpening(line, 'x'))),
      { numRuns: 2_000 },
    );
  });
});

describe('what a pack is about', () => {
  const about: About = {
    programme: 'nantou-webir',
    title: '勞保資料查詢',
    organisation: '南投縣政府',
    regulation: 'nantou-webir',
    month: '2026-10',
    origin: 'mingcha.test/x',
    subjects: false,
    operations: [{ code: 'insured-history', name: '投保紀錄' }],
    purposes: [],
  };

  test('is read as it was written', () => {
    expect(parseAbout(formatAbout(about))).toEqual(about);
  });

  test.each([
    ['no JSON', '{'],
    ['another kind of document', formatAbout(about).replace('evidence-v1', 'evidence-v2')],
    ['an unknown key', formatAbout(about).replace('"title"', '"subtitle"')],
    ['a key twice', formatAbout(about).replace('{', '{"title":"x",')],
    ['a number for a text', formatAbout(about).replace('"2026-10"', '202610')],
  ])('%s is refused', (_, text) => {
    expect(() => parseAbout(text)).toThrow(fault('about.json'));
  });
});

test('the record of the export: whatever arrives is read or refused', () => {
  const line = fc.oneof(fc.string(), fc.constant('{"a":"","m":"2026-10","t":"export","v":1}'), fc.constant(formatOpening(1, 'A', compartmentBytes(sha256(utf8('')), {})).trimEnd())); // prettier-ignore
  fc.assert(fc.property(fc.array(line), (lines) => readsOrRefuses(() => readExportRecord(`${lines.join('\n')}\n`, sha256))), { numRuns: 1_000 }); // prettier-ignore
});

describe('a line of the list', () => {
  test.each([
    [['甲', '1'], '甲,1\r\n'],
    [['a,b', 'say "x"'], '"a,b","say ""x"""\r\n'],
    [['=1+1', '+1', '-1', '@x'], "'=1+1,'+1,'-1,'@x\r\n"],
    [['=a,"'], '"\'=a,"""\r\n'],
    [['a\nb', 'a\rb', 'a\u202eb', 'a\u2028b', '\u0000'], 'a〔U+000A〕b,a〔U+000D〕b,a〔U+202E〕b,a〔U+2028〕b,〔U+0000〕\r\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  test('is one line, whatever somebody typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (cells) => {
        expect(csvLine(cells).slice(0, -2)).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
