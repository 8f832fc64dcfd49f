// Every reader of an evidence pack's files against hostile input: it gives what would be written the same again, or the fault that names
// the place; never another fault.
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileBytes, hostileTexts, immenseTexts } from '../../../test/support/hostile-input.ts';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import { concatBytes, fromUtf8, utf8, type JsonObject } from '#domain/kernel';
import { commitmentOf, compartmentBytes, formatLeaf, type CompartmentLetter } from '#domain/ledger';
import { formatAbout, parseAbout } from './about.ts';
import { EvidenceFault } from './evidence-fault.ts';
import { exportEnvelope, readExportRecord } from './export-record.ts';
import { formatManifest, parseManifest } from './manifest.ts';
import { formatOpening, openedValue, parseOpening } from './opening.ts';
import { directorySize, layOutZip, readDirectory, zipEndSize } from './zip-layout.ts';

const manifest = formatManifest(['about.json', 'checkpoints/2026-10', 'leaves'].map((path) => ({ path, digest: sha256(utf8(path)) })));
const about = formatAbout({
  programme: 'nantou-webir',
  title: '勞保資料查詢',
  organisation: '南投縣政府',
  regulation: 'nantou-webir',
  month: '2026-10',
  origin: 'mingcha.test/x',
  subjects: true,
  operations: [{ code: 'insured-history', name: '投保紀錄' }],
  purposes: [],
});
const salt = sha256(utf8('salt'));
const at = '2026-10-20T01:00:00.000Z';
const said: Readonly<Record<CompartmentLetter, JsonObject>> = {
  A: { at, body: exportEnvelope({ month: '2026-10', rows: 5, subjects: false, manifest: sha256(utf8(manifest)) }) },
  B: { body: { login: '王,小"明' } },
  C: { body: {} },
};
const commitment = (letter: CompartmentLetter) => commitmentOf(letter, compartmentBytes(salt, said[letter]), sha256);
const exportLeaf = formatLeaf({
  type: 'export',
  month: '2026-10',
  commitments: { a: commitment('A'), b: commitment('B'), c: commitment('C') },
});
const openings = (['A', 'B', 'C'] as const).map((letter) => formatOpening(17, letter, compartmentBytes(salt, said[letter])));
const exportRecord = `${fromUtf8(exportLeaf)}\n${openings.join('')}`;

/** What reading gives, or undefined where the fault that is foreseen names its place. */
function readOrRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof EvidenceFault) return undefined;
    throw error;
  }
}

/** As the bytes of a file, in which no lone surrogate can stand. */
function readOpening(line: string): string {
  const opening = parseOpening(Buffer.from(line), 'line 1');
  openedValue(opening, 'openings');
  return formatOpening(opening.index, opening.letter, concatBytes(opening.salt, opening.json)).trimEnd();
}

test.each<[string, string, (text: string) => string]>([
  ['a manifest', manifest, (text) => formatManifest(parseManifest(text))],
  ['what a pack is about', about, (text) => JSON.stringify(parseAbout(text))],
  ['an opening', openings[0]?.trimEnd() ?? '', readOpening],
  ['the record of the export', exportRecord, (text) => JSON.stringify(readExportRecord(text, sha256))],
])('%s is read, or refused', (_name, valid, again) => {
  const whole = again(valid);
  expect(whole).not.toBe('');
  const isWrittenAgain = whole === valid;
  fc.assert(
    fc.property(hostileTexts(valid, ...valid.split(/(?<=\n)/)), (given) => {
      const written = readOrRefused(() => again(given));
      if (isWrittenAgain && written !== undefined) expect(written).toBe(given.toWellFormed());
    }),
    { numRuns: 3_000 },
  );
  for (const immense of immenseTexts(valid)) expect(readOrRefused(() => again(immense)) === undefined).toBe(true);
});

test('the record of the export says what was recorded, or is refused', () => {
  const { index, month, manifest: digest } = readExportRecord(exportRecord, sha256);
  fc.assert(
    fc.property(hostileTexts(exportRecord), (given) => {
      const read = readOrRefused(() => readExportRecord(given, sha256));
      if (read && fromUtf8(read.leaf) === fromUtf8(exportLeaf)) expect(read).toMatchObject({ month, manifest: digest });
    }),
    { numRuns: 3_000 },
  );
  expect(index).toBe(17);
});

test('the directory of a ZIP is one that we lay out, or none', () => {
  const entries = ['a.txt', 'b/c'].map((path) => ({ path, size: 3, crc32: crc32(utf8(path)) }));
  const { directory } = layOutZip(entries);
  fc.assert(
    fc.property(hostileBytes(directory, directory.subarray(-zipEndSize)), (bytes) => {
      const layout = readDirectory(bytes);
      if (layout) expect(Buffer.from(layOutZip(layout.entries).directory).equals(bytes)).toBe(true);
      const size = directorySize(bytes.subarray(-zipEndSize));
      expect(size === undefined || size >= zipEndSize).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
