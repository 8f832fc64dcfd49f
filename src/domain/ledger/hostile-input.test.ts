// Every reader of the log's formats against hostile input: it gives what would be written the same again, or its closed error; never
// another fault, never an endless reading, and nothing verifies that was not signed.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fromUtf8, toHex, utf8 } from '#domain/kernel';
import { hostileBytes, hostileTexts, immenseTexts } from '../../../test/support/hostile-input.ts';
import { knownPublicKey, referencePath, referenceProof, referenceRoot, sha256, signWithKnownKey, someEntries, verifyEd25519 } from '../../../test/vectors/ledger/reference-tree.ts'; // prettier-ignore
import policyExample from '../../../test/vectors/ledger/witness.json' with { type: 'json' };
import timestamp from '../../../test/vectors/ledger/timestamp.json' with { type: 'json' };
import { formatAddCheckpoint, formatTreeSize, parseAddCheckpoint, parseTreeSize } from './add-checkpoint.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { compartmentBytes, openCompartment } from './compartment.ts';
import { cosignatureTime } from './cosignature.ts';
import { bundleLeafHashes, decodeBundle, encodeBundle } from './entry-bundle.ts';
import type { VerifyMlDsa } from './hashing.ts';
import { formatLeaf, parseLeaf } from './leaf.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { verifyMlDsaCosignature } from './ml-dsa-cosignature.ts';
import { formatPolicy, parsePolicy, PolicyFormatError } from './policy-format.ts';
import { checkQuorum } from './policy.ts';
import { parsePromise, signPromise, verifyPromise } from './promise.ts';
import { formatRangeProof, parseRangeProof, rangeEndsIn, rangeFrontier } from './range-proof.ts';
import { certifyReceiptKey, openReceiptKey, receiptKeyName } from './receipt-key.ts';
import { formatNote, parseNote } from './signed-note.ts';
import { parseTilePath, tilePath } from './tile-path.ts';
import { edgeRoot, growTree, emptyEdge, readRightEdge } from './tiles.ts';
import { parseTimestampReply } from './timestamp.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';
import { leafHash } from './tree-hash.ts';
import { formatVkey, parseVkey, parseVkeys, verifierKey } from './verifier-key.ts';
import { cosignNote, judgeAddCheckpoint, readCosignatures } from './witness.ts';

const origin = 'example.org/log';
const key = verifierKey(origin, knownPublicKey, sha256);
const witnessKey = verifierKey('witness.example', knownPublicKey, sha256, 'ed25519-cosignature');
const mlDsaKey = verifierKey(origin, new Uint8Array(1_312).fill(7), sha256, 'ml-dsa-44-cosignature');
const signer = { key, sign: signWithKnownKey };
const entries = someEntries(11);
const head = { origin, size: 11, rootHash: referenceRoot(entries), extensions: [] };
const text = formatCheckpoint(head);
const note = signCheckpoint(head, [signer]);
const cosigned = cosignNote(parseNote(note), 1_700_000_000, { key: witnessKey, sign: signWithKnownKey });
const proof = formatTlogProof({ index: 5, hashes: referencePath(5, entries), checkpoint: cosigned.note, extra: entries[5]! });
const request = formatAddCheckpoint({ oldSize: 3, proof: referenceProof(3, entries), note });
const range = formatRangeProof({ start: 1, frontier: [leafHash(entries[0]!, sha256)], end: 5, consistency: referenceProof(5, entries) });
const promise = signPromise({ origin, index: 5, leafHash: leafHash(entries[5]!, sha256) }, signWithKnownKey);
const receiptKey = verifierKey(receiptKeyName(origin), knownPublicKey, sha256);
const certificate = certifyReceiptKey(origin, formatVkey(receiptKey), [signer], sha256);
const commitments = { a: new Uint8Array(32), b: new Uint8Array(32).fill(1), c: new Uint8Array(32).fill(255) };
const leaf = fromUtf8(formatLeaf({ type: 'intent', month: '2026-11', commitments }));
const vkeys = [key, witnessKey, mlDsaKey].map(formatVkey);

/** What reading gives, or undefined where it is refused in the one way that is foreseen. */
function readOrRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof LedgerFormatError || error instanceof PolicyFormatError) return undefined;
    throw error;
  }
}

/** Reads, and writes again what was read. */
interface Reader {
  readonly valid: readonly string[];
  readonly again: (text: string) => string;
}
const readers: Readonly<Record<string, Reader>> = {
  'a note': { valid: [note, cosigned.note], again: (given) => formatNote(parseNote(given)) },
  'a checkpoint': { valid: [text, `${text}extension\n`], again: (given) => formatCheckpoint(parseCheckpoint(given)) },
  'a verifier key': { valid: vkeys, again: (given) => formatVkey(parseVkey(given, sha256)) },
  'a tlog-proof': { valid: [proof, proof.replace(/^extra .*\n/m, '')], again: (given) => formatTlogProof(parseTlogProof(given)) },
  'an add-checkpoint request': { valid: [request], again: (given) => formatAddCheckpoint(parseAddCheckpoint(given)) },
  "a witness's size": { valid: ['0\n', '20852163\n'], again: (given) => formatTreeSize(parseTreeSize(given)) },
  'a range proof': { valid: [range], again: (given) => formatRangeProof(parseRangeProof(given)) },
  'a leaf': { valid: [leaf], again: (given) => fromUtf8(formatLeaf(parseLeaf(Buffer.from(given)))) },
  'the path of a tile': {
    valid: ['tile/0/x001/x234/067', 'tile/entries/000.p/8', 'tile/15/000.p/255'],
    again: (given) => {
      const tile = parseTilePath(given);
      if (!tile) throw new LedgerFormatError('proof-out-of-range', 'no tile');
      return tilePath(tile);
    },
  },
};

describe.each(Object.entries(readers))('%s', (_name, { valid, again }) => {
  test('is read and written again; whatever else arrives is too, to the letter, or is refused', () => {
    for (const one of valid) expect(again(one)).toBe(one);
    fc.assert(
      fc.property(hostileTexts(...valid), (given) => {
        const written = readOrRefused(() => again(given));
        if (written !== undefined) expect(written).toBe(given);
      }),
      { numRuns: 3_000 },
    );
  });

  test('without end is answered too', () => {
    for (const immense of immenseTexts(...valid)) {
      const written = readOrRefused(() => again(immense));
      expect(written === undefined || written === immense).toBe(true);
    }
  });
});

/** Reads and verifies; gives what it then takes for true, as a text. */
interface Verifier {
  readonly valid: readonly string[];
  readonly believed: (text: string) => string | undefined;
}
const verifiers: Readonly<Record<string, Verifier>> = {
  'a signed checkpoint': {
    valid: [note, cosigned.note],
    believed: (given) => {
      const verdict = openCheckpoint(given, [key, witnessKey], verifyEd25519);
      return verdict.kind === 'verified' ? formatCheckpoint(verdict.checkpoint) : undefined;
    },
  },
  'a proof of a record': {
    valid: [proof],
    believed: (given) => {
      const parsed = parseTlogProof(given);
      const verdict = verifyTlogProof(parsed, { leafHash: leafHash(entries[5]!, sha256), keys: [key], origin }, sha256, verifyEd25519);
      return verdict.kind === 'verified' ? `${parsed.index} ${formatCheckpoint(verdict.checkpoint)}` : undefined;
    },
  },
  'a receipt': {
    valid: [promise],
    believed: (given) => {
      const parsed = parsePromise(given);
      return verifyPromise(parsed, knownPublicKey, verifyEd25519, sha256) ? fromUtf8(parsed.document) : undefined;
    },
  },
  "the log's note on its receipts' key": {
    valid: [certificate],
    believed: (given) => formatVkey(openReceiptKey(given, origin, [key], sha256, verifyEd25519)),
  },
  "a witness's answer": {
    valid: [cosigned.lines],
    believed: (given) => {
      const found = readCosignatures(given, text, witnessKey, verifyEd25519);
      return [...new Set(found.map(({ signature }) => cosignatureTime(signature)))].join();
    },
  },
  'the cosignatures of a quorum': {
    valid: [cosigned.note],
    believed: (given) => {
      const parsed = parseNote(given);
      const quorum = checkQuorum({ logs: [], witnesses: [{ name: 'w', key: witnessKey, url: undefined }], groups: [], quorum: 'w' }, parsed, verifyEd25519); // prettier-ignore
      return quorum.kind === 'satisfied' ? parsed.text : undefined;
    },
  },
  'a range of leaves': {
    valid: [range],
    believed: (given) => {
      const parsed = parseRangeProof(given);
      const frontier = rangeFrontier(parsed, sha256);
      for (const entry of entries.slice(1, 5)) frontier.append(leafHash(entry, sha256));
      return rangeEndsIn(parsed, frontier, head, sha256) ? `${parsed.start} ${parsed.end}` : undefined;
    },
  },
  'a checkpoint that a witness is shown': {
    valid: [request],
    believed: (given) => {
      const last = { size: 3, rootHash: referenceRoot(entries.slice(0, 3)) };
      const verdict = judgeAddCheckpoint(given, (name) => (name === origin ? { keys: [key], last } : undefined), sha256, verifyEd25519);
      return verdict.status === 200 ? formatNote(verdict.note) : undefined;
    },
  },
};

describe.each(Object.entries(verifiers))('%s', (_name, { valid, believed }) => {
  const truth = believed(valid[0] ?? '');
  test('is believed as it was signed, and nothing else is', () => {
    expect(truth).toBeDefined();
    fc.assert(
      fc.property(hostileTexts(...valid), (given) => void expect([undefined, truth]).toContain(readOrRefused(() => believed(given)))),
      { numRuns: 3_000 },
    );
  });

  test('without end is not', () => {
    for (const immense of immenseTexts(...valid)) expect([undefined, truth]).toContain(readOrRefused(() => believed(immense)));
  });
});

describe('bytes', () => {
  const bundle = encodeBundle(entries);
  test('of a bundle are its entries, or refused', () => {
    fc.assert(
      fc.property(hostileBytes(bundle, encodeBundle([])), fc.oneof(fc.constant(entries.length), fc.nat(256)), (bytes, width) => {
        const read = readOrRefused(() => decodeBundle(bytes, width));
        const hashes = readOrRefused(() => bundleLeafHashes(bytes, width, sha256));
        expect(read && toHex(encodeBundle(read))).toBe(read && toHex(bytes));
        expect(hashes && toHex(hashes)).toBe(read?.map((entry) => toHex(leafHash(entry, sha256))).join(''));
      }),
      { numRuns: 3_000 },
    );
  });

  test('of a tile give the root with no other tile than the right one', () => {
    const { tiles, rootHash } = growTree(emptyEdge, entries.map((entry) => leafHash(entry, sha256)), sha256); // prettier-ignore
    const { path, bytes: tile } = tiles[0]!;
    const rootWith = (bytes: Uint8Array) => readOrRefused(() => edgeRoot(readRightEdge(entries.length, new Map([[path, bytes]])), sha256));
    expect(rootWith(tile)).toEqual(rootHash);
    fc.assert(
      fc.property(hostileBytes(tile), (bytes) => {
        const isRight = toHex(bytes.subarray(0, tile.length)) === toHex(tile);
        const root = rootWith(bytes);
        if (root) expect(toHex(root) === toHex(rootHash)).toBe(isRight);
      }),
      { numRuns: 3_000 },
    );
  });

  test('of a compartment are its value, or refused', () => {
    const whole = compartmentBytes(sha256(utf8('salt')), { at: '2026-11-22T10:15:00+08:00', body: { fields: ['a', 1, null] } });
    fc.assert(
      fc.property(hostileBytes(whole), (bytes) => {
        const opened = readOrRefused(() => openCompartment(bytes));
        if (opened) expect(toHex(compartmentBytes(opened.salt, opened.value))).toBe(toHex(bytes));
      }),
      { numRuns: 3_000 },
    );
  });

  test('of a policy are the same policy when it is written again, or refused', () => {
    let next = -1;
    const keyAt = (at: number) => verifierKey(`k${at}`, new Uint8Array(32).fill(at), sha256, at === 0 ? 'ed25519' : 'ed25519-cosignature');
    const policy = utf8(policyExample.policy.replaceAll('<vkey>', () => formatVkey(keyAt((next += 1)))));
    expect(parsePolicy(policy, sha256).witnesses).toHaveLength(6);
    fc.assert(
      fc.property(hostileBytes(policy), (bytes) => {
        const read = readOrRefused(() => parsePolicy(bytes, sha256));
        if (read && read.witnesses.every(({ name }) => /^[\x20-\x7e]*$/.test(name)))
          expect(parsePolicy(utf8(formatPolicy(read, sha256)), sha256)).toEqual(read);
      }),
      { numRuns: 3_000 },
    );
    for (const immense of immenseTexts(fromUtf8(policy))) expect(readOrRefused(() => parsePolicy(utf8(immense), sha256))).toBeUndefined();
  });

  test('of a file of keys, and of a timestamp, are read or refused', () => {
    fc.assert(fc.property(hostileTexts(`${vkeys.join('\n')}\n`), (given) => void readOrRefused(() => parseVkeys(given, sha256))), { numRuns: 2_000 }); // prettier-ignore
    const reply = new Uint8Array(Buffer.from(timestamp.replyBase64, 'base64'));
    fc.assert(
      fc.property(hostileBytes(reply), (bytes) => void readOrRefused(() => parseTimestampReply(bytes))),
      { numRuns: 2_000 },
    );
    for (const immense of immenseTexts(...vkeys)) expect(readOrRefused(() => parseVkeys(immense, sha256))).toBeUndefined();
  });

  test('in place of a signature are none, of any length', () => {
    fc.assert(
      fc.property(hostileBytes(new Uint8Array(8 + 2_420), new Uint8Array(72)), (signature) => {
        const asked: number[] = [];
        const refuse: VerifyMlDsa = (_publicKey, _message, given) => (asked.push(given.length), false);
        const { name, keyId } = mlDsaKey;
        expect(verifyMlDsaCosignature({ text, signatures: [{ name, keyId, signature }] }, mlDsaKey, refuse)).toBe('wrong-signature');
        expect(asked.every((length) => length === 2_420)).toBe(true);
        expect(cosignatureTime(signature) === undefined).toBe(signature.length <= 8);
      }),
    );
  });
});
