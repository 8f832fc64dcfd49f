import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, toBase64, utf8 } from '#domain/kernel';
import { knownPublicKey, signWithKnownKey, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts';
import {
  fileKinds,
  manifestMessage,
  maxManifestBytes,
  parseManifest,
  requiredColumns,
  verifyManifest,
  type FileKind,
} from './file-manifest.ts';

const good = {
  format: 'mingcha-household-v1',
  kind: 'household',
  period: '2026-10',
  asOf: '2026-10-31',
  columns: ['戶號', '出生日期', '統一編號', '姓名', '原住民'],
  encoding: 'big5',
  rows: 2_000_000,
  bytes: 123_456_789,
  sha256: '0a'.repeat(32),
  sender: 'nantou-civil-affairs-2026',
};
const bytesOf = (changes: object = {}) => utf8(JSON.stringify({ ...good, ...changes }));
const faultOf = (bytes: Uint8Array) => {
  const parsed = parseManifest(bytes);
  return parsed.kind === 'malformed' ? [parsed.code, parsed.field] : ['none'];
};

describe('what a file is said to be', () => {
  test('read as it was written', () => {
    expect(parseManifest(bytesOf())).toEqual({ kind: 'manifest', manifest: good });
  });

  test.each(fileKinds)('%s needs its columns and may have others', (kind) => {
    const columns = [...requiredColumns[kind]];
    expect(faultOf(bytesOf({ kind, columns }))).toEqual(['none']);
    for (const missing of columns)
      expect(faultOf(bytesOf({ kind, columns: ['備註', ...columns.filter((each) => each !== missing)] }))).toEqual([
        'column-missing',
        missing,
      ]);
  });

  test.each(Object.keys(good))('without %s', (key) => {
    expect(faultOf(utf8(JSON.stringify({ ...good, [key]: undefined })))).toEqual(['missing-key', key]);
  });

  test.each([
    ['unknown-key', 'note', { note: '' }],
    ['unknown-value', 'format', { format: 'mingcha-household-v2' }],
    ['unknown-value', 'kind', { kind: 'households' }],
    ['unknown-value', 'encoding', { encoding: 'utf-16' }],
    ['not-a-month', 'period', { period: '2026-13' }],
    ['not-a-month', 'period', { period: '2026-1' }],
    ['not-a-date', 'asOf', { asOf: '2026-02-30' }],
    ['not-a-number', 'rows', { rows: '5' }],
    ['not-a-number', 'rows', { rows: -1 }],
    ['not-a-number', 'bytes', { bytes: 1.5 }],
    ['out-of-range', 'rows', { rows: 0 }],
    ['out-of-range', 'rows', { rows: 100_000_001 }],
    ['out-of-range', 'bytes', { bytes: 0 }],
    ['out-of-range', 'bytes', { bytes: 64 * 1024 ** 3 + 1 }],
    ['not-a-digest', 'sha256', { sha256: '0A'.repeat(32) }],
    ['not-a-digest', 'sha256', { sha256: '0a'.repeat(31) }],
    ['not-a-digest', 'sha256', { sha256: `${'0a'.repeat(32)}\n` }],
    ['not-a-key-name', 'sender', { sender: '../key' }],
    ['not-a-key-name', 'sender', { sender: '' }],
    ['not-a-list', 'columns', { columns: '統一編號' }],
    ['column-blank', 'columns[4]', { columns: [...requiredColumns.household, '\u3000'] }],
    ['column-twice', 'columns[4]', { columns: [...requiredColumns.household, '姓名'] }],
    ['column-missing', '統一編號', { columns: [] }],
    ['too-long', 'columns', { columns: [...requiredColumns.household, ...Array.from({ length: 97 }, (_, at) => `欄${at}`)] }],
    ['too-long', 'columns[4]', { columns: [...requiredColumns.household, '欄'.repeat(101)] }],
  ])('%s of %s: %j', (code, field, changes) => {
    expect(faultOf(bytesOf(changes))).toEqual([code, field]);
  });

  test('bounds are inside', () => {
    expect(faultOf(bytesOf({ rows: 1, bytes: 1 }))).toEqual(['none']);
    expect(faultOf(bytesOf({ rows: 100_000_000, bytes: 64 * 1024 ** 3 }))).toEqual(['none']);
    const columns = [...requiredColumns.household, ...Array.from({ length: 95 }, (_, at) => `欄${at}`), '欄'.repeat(100)];
    expect(faultOf(bytesOf({ columns }))).toEqual(['none']);
  });

  test('what is no manifest at all', () => {
    const json = JSON.stringify(good);
    expect(faultOf(utf8(''))).toEqual(['not-json', '']);
    expect(faultOf(utf8('[]'))).toEqual(['not-an-object', '']);
    expect(faultOf(utf8(`${json}{}`))).toEqual(['trailing-text', '']);
    expect(faultOf(utf8(json.replace('"rows":', '"rows":1,"rows":')))).toEqual(['duplicate-key', '']);
    expect(faultOf(concatBytes(utf8(json), Uint8Array.of(0xff)))).toEqual(['not-utf8', '']);
    expect(faultOf(new Uint8Array(maxManifestBytes + 1).fill(32))).toEqual(['too-long', '']);
    expect(faultOf(concatBytes(utf8(json), new Uint8Array(maxManifestBytes - utf8(json).length).fill(32)))).toEqual(['none']);
  });

  test('whatever the bytes, an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseManifest(bytes).kind).toBe('malformed');
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom<FileKind>(...fileKinds), fc.json(), fc.constantFrom(...Object.keys(good)), (kind, json, key) => {
        const bytes = bytesOf({ kind, [key]: JSON.parse(json) as unknown });
        expect(['manifest', 'malformed']).toContain(parseManifest(bytes).kind);
      }),
    );
  });
});

describe('whose it is', () => {
  const manifest = bytesOf();
  const signature = toBase64(signWithKnownKey(manifestMessage(manifest)));
  const verify = (bytes: Uint8Array, text: string) => verifyManifest(bytes, text, knownPublicKey, verifyEd25519);

  test('the sender’s signature, with a newline or without', () => {
    expect(manifestMessage(utf8('{}'))).toEqual(utf8('mingcha-manifest-v1\u0000{}'));
    expect(verify(manifest, signature)).toBe('valid');
    expect(verify(manifest, `${signature}\n`)).toBe('valid');
    expect(verify(manifest, `${signature}\r\n`)).toBe('valid');
  });

  test('another manifest, byte or key, or a signature of the bare bytes', () => {
    expect(verify(bytesOf({ rows: 1 }), signature)).toBe('signature-false');
    expect(verify(concatBytes(manifest, utf8(' ')), signature)).toBe('signature-false');
    expect(verify(manifest, toBase64(signWithKnownKey(manifest)))).toBe('signature-false');
    expect(verifyManifest(manifest, signature, new Uint8Array(31), () => true)).toBe('signature-false');
  });

  test.each([
    '',
    ' ',
    `${signature}\n\n`,
    ` ${signature}`,
    signature.slice(0, -4),
    `${signature}AAAA`,
    signature.replace('==', 'A='),
    '*'.repeat(88),
  ])('no signature: %j', (text) => {
    expect(verify(manifest, text)).toBe('signature-malformed');
  });
});
