// What a log of eleven records hands out about the sixth: proof, receipt, content and checkpoint, each as its text.
import { formatOpening } from '#domain/evidence';
import { utf8 } from '#domain/kernel';
import {
  commitmentOf,
  compartmentBytes,
  cosignNote,
  formatLeaf,
  formatTlogProof,
  leafHash,
  parseNote,
  signCheckpoint,
  signPromise,
  verifierKey,
  type CompartmentLetter,
} from '#domain/ledger';
import { knownPublicKey, referencePath, referenceRoot, sha256, signWithKnownKey, someEntries } from '../vectors/ledger/reference-tree.ts';

export const origin = 'example.org/log';
export const logKey = verifierKey(origin, knownPublicKey, sha256);
export const witnessKey = verifierKey('example.org/witness', knownPublicKey, sha256, 'ed25519-cosignature');
export const index = 5;

const said = {
  A: { at: '2026-10-02T01:30:00.000Z', body: { operation: 'insured-history', purpose: 'social-assistance' } },
  B: { body: { login: 'lin.zm', name: '林志明' } },
  C: { body: { caseNumber: '社助-115-000123', reason: '低收入戶資格審查', subject: 'A123456789' } },
} as const;
const compartment = (letter: CompartmentLetter) => compartmentBytes(sha256(utf8(`salt ${letter}`)), said[letter]);
const commitment = (letter: CompartmentLetter) => commitmentOf(letter, compartment(letter), sha256);

export const leaf = formatLeaf({
  type: 'intent',
  month: '2026-10',
  commitments: { a: commitment('A'), b: commitment('B'), c: commitment('C') },
});
const entries = someEntries(11).with(index, leaf);
const signer = { key: logKey, sign: signWithKnownKey };
export const checkpoint = signCheckpoint({ origin, size: 11, rootHash: referenceRoot(entries), extensions: [] }, [signer]);
const hashes = referencePath(index, entries);

export const proof = formatTlogProof({ index, hashes, checkpoint, extra: leaf });
export const proofWithoutLeaf = formatTlogProof({ index, hashes, checkpoint });
/** Cosigned on 2026-10-02 at 09:30 in Taipei. */
export const cosignedProof = formatTlogProof({
  index,
  hashes,
  checkpoint: cosignNote(parseNote(checkpoint), Date.UTC(2026, 9, 2, 1, 30) / 1_000, { key: witnessKey, sign: signWithKnownKey }).note,
  extra: leaf,
});
export const receipt = signPromise({ origin, index, leafHash: leafHash(leaf, sha256) }, signWithKnownKey);
export const content = (['A', 'B', 'C'] as const).map((letter) => formatOpening(index, letter, compartment(letter))).join('');
