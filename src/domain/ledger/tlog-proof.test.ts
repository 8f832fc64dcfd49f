import { describe, expect, test } from 'vitest';
import {
  knownPublicKey,
  referencePath,
  referenceRoot,
  sha256,
  signWithKnownKey,
  someEntries,
  verifyEd25519,
} from '../../../test/vectors/ledger/reference-tree.ts';
import { signCheckpoint } from './checkpoint.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof } from './tlog-proof.ts';
import { leafHash } from './tree-hash.ts';
import { verifierKey } from './verifier-key.ts';

const origin = 'example.org/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const entries = someEntries(11);
const checkpoint = signCheckpoint({ origin, size: 11, rootHash: referenceRoot(entries), extensions: [] }, [
  { key, sign: signWithKnownKey },
]);
const proof: TlogProof = { index: 5, hashes: referencePath(5, entries), checkpoint };
const text = formatTlogProof(proof);
const claim = { leafHash: leafHash(entries[5] ?? new Uint8Array(0), sha256), keys: [key], origin };
const verdict = (of: TlogProof, by: Partial<typeof claim> = {}) => verifyTlogProof(of, { ...claim, ...by }, sha256, verifyEd25519).kind;

function verdictOrMalformed(changed: string): string {
  try {
    return verdict(parseTlogProof(changed));
  } catch (error) {
    return error instanceof LedgerFormatError ? error.code : 'another fault';
  }
}

describe('proofs that travel alone', () => {
  test('have the lines of the specification, and read back', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 5']);
    expect(lines.slice(2, 6)).toEqual(proof.hashes.map((hash) => Buffer.from(hash).toString('base64')));
    expect(lines.slice(6).join('\n')).toBe(`\n${checkpoint}`);
    expect(formatTlogProof(parseTlogProof(text))).toBe(text);
    const extra = { ...proof, extra: Uint8Array.of(1, 2, 3) };
    expect(formatTlogProof(extra).split('\n')[1]).toBe('extra AQID');
    expect(parseTlogProof(formatTlogProof(extra)).extra).toEqual(extra.extra);
  });

  test('verify; with one thing changed they do not', () => {
    expect(verdict(parseTlogProof(text))).toBe('verified');
    expect(verdict({ ...proof, index: 4 })).toBe('not-included');
    expect(verdict({ ...proof, hashes: proof.hashes.slice(1) })).toBe('not-included');
    expect(verdict(proof, { leafHash: leafHash(entries[6] ?? new Uint8Array(0), sha256) })).toBe('not-included');
    expect(verdict(proof, { origin: 'example.org/other' })).toBe('wrong-origin');
    expect(verdict(proof, { keys: [] })).toBe('no-known-signature');
    expect(verdict({ ...proof, checkpoint: checkpoint.replace('\n11\n', '\n12\n') })).toBe('wrong-signature');
  });

  test('do not verify with any single bit of them changed', () => {
    for (let at = 0; at < text.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ (1 << bit))}${text.slice(at + 1)}`;
        expect(['verified', 'another fault'], `bit ${bit} of byte ${at}`).not.toContain(verdictOrMalformed(changed));
      }
    }
  });

  test.each([
    text.replace('@v1', '@v2'),
    text.replace('index 5', 'index 05'),
    text.replace('index 5', 'index -5'),
    text.replace('index 5', 'index 9007199254740992'),
    text.replace('index 5', 'Index 5'),
    text.replace('index 5\n', ''),
    text.replace('index 5', 'index 5\nextra AQID'),
    text.replace('index 5', 'extra AQI\nindex 5'),
    text.replace('index 5', 'index 5\nAAAA'),
    text.replace('index 5', `index 5\n${`${'A'.repeat(43)}=\n`.repeat(64).trimEnd()}`),
    text.replace('index 5', `extra ${'A'.repeat(90_000)}\nindex 5`),
    text.split('\n\n')[0] ?? '',
    `${text.split('\n\n')[0]}\n\n`,
    'x'.repeat(2_000_000),
    '',
  ])('malformed %#', (malformed) => {
    expect(() => parseTlogProof(malformed)).toThrow(expect.objectContaining({ code: 'proof-malformed' }));
  });
});
