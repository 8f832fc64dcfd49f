import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referencePath, referenceProof, referenceRoot, sha256, someEntries } from '../../../test/vectors/ledger/reference-tree.ts';
import { consistencyProof, inclusionProof, verifyConsistency, verifyGrowth, verifyInclusion, type NodeReader } from './proofs.ts';
import { emptyRoot, leafHash, nodeHash } from './tree-hash.ts';

const most = 40;
const readNode: NodeReader = (level, index) => referenceRoot(someEntries(most).slice(index * 2 ** level, (index + 1) * 2 ** level));
const head = (size: number) => ({ size, rootHash: referenceRoot(someEntries(size)) });
const leaf = (index: number) => leafHash(someEntries(index + 1).at(-1) ?? new Uint8Array(0), sha256);

const sizes = fc.integer({ min: 1, max: most });
const indexAndSize = sizes.chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
const oldAndNew = sizes.chain((size) => fc.tuple(fc.integer({ min: 1, max: size }), fc.constant(size)));
/** Ways to spoil a proof; each changes it. */
const spoilings: readonly ((proof: readonly Uint8Array[], at: number) => readonly Uint8Array[])[] = [
  (proof) => [...proof, new Uint8Array(32)],
  (proof) => [new Uint8Array(32), ...proof],
  (proof) => (proof.length > 0 ? proof.slice(1) : [new Uint8Array(32)]),
  (proof) => (proof.length > 0 ? proof.slice(0, -1) : [new Uint8Array(32)]),
  (proof, at) => (proof.length > 0 ? proof.with(at % proof.length, flipped(proof[at % proof.length], at)) : [new Uint8Array(32)]),
  (proof, at) => (proof.length > 0 ? proof.with(at % proof.length, new Uint8Array(31)) : [new Uint8Array(0)]),
];

function flipped(hash: Uint8Array | undefined, at: number): Uint8Array {
  const copy = Uint8Array.from(hash ?? []);
  copy[at % 32] = (copy[at % 32] ?? 0) ^ (1 << (at % 8));
  return copy;
}

describe('inclusion', () => {
  test('the proof of every leaf in every tree is the PATH of the RFC, and verifies', async () => {
    for (let size = 1; size <= most; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, readNode, sha256);
        expect(proof, `${index} in ${size}`).toEqual(referencePath(index, someEntries(size)));
        expect(verifyInclusion(leaf(index), index, head(size), proof, sha256), `${index} in ${size}`).toBe(true);
      }
    }
  });

  test('nothing else verifies: another leaf, root or index, or a spoiled proof', () => {
    fc.assert(
      fc.property(indexAndSize, fc.nat(1_000), fc.constantFrom(...spoilings), ([index, size], at, spoil) => {
        const proof = referencePath(index, someEntries(size));
        const { rootHash } = head(size);
        const attempts = [
          verifyInclusion(leaf(index + 1), index, head(size), proof, sha256),
          verifyInclusion(leaf(index), index, { size, rootHash: flipped(rootHash, at) }, proof, sha256),
          verifyInclusion(leaf(index), index, head(size), spoil(proof, at), sha256),
          size > 1 && verifyInclusion(leaf(index), (index + 1) % size, head(size), proof, sha256),
        ];
        expect(attempts).toEqual([false, false, false, false]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [1, 1],
    [0, 0],
    [-1, 4],
    [0.5, 4],
    [0, 2 ** 53],
    [0, Number.NaN],
  ])('no leaf %d in a tree of %d', async (index, size) => {
    expect(verifyInclusion(leaf(0), index, { size, rootHash: leaf(0) }, [], sha256)).toBe(false);
    await expect(inclusionProof(index, size, readNode, sha256)).rejects.toMatchObject({ code: 'proof-out-of-range' });
  });
});

describe('consistency', () => {
  test('the proof between every two trees is the PROOF of the RFC, and verifies', async () => {
    for (let size = 1; size <= most; size += 1) {
      for (let older = 1; older <= size; older += 1) {
        const proof = await consistencyProof(older, size, readNode, sha256);
        expect(proof, `${older} to ${size}`).toEqual(referenceProof(older, someEntries(size)));
        expect(verifyConsistency(head(older), head(size), proof, sha256), `${older} to ${size}`).toBe(true);
      }
    }
  });

  test('nothing else verifies: another size, root, or a spoiled proof', () => {
    fc.assert(
      fc.property(oldAndNew, fc.nat(1_000), fc.constantFrom(...spoilings), ([older, size], at, spoil) => {
        const proof = referenceProof(older, someEntries(size));
        const [from, to] = [head(older), head(size)];
        const attempts = [
          verifyConsistency({ ...from, rootHash: flipped(from.rootHash, at) }, to, proof, sha256),
          verifyConsistency(from, { ...to, rootHash: flipped(to.rootHash, at) }, proof, sha256),
          verifyConsistency(from, to, spoil(proof, at), sha256),
          older < size && verifyConsistency(to, from, proof, sha256),
          older < size && verifyConsistency({ ...from, size: older === 1 ? size : older - 1 }, to, proof, sha256),
        ];
        expect(attempts).toEqual([false, false, false, false, false]);
      }),
      { numRuns: 500 },
    );
  });

  test('a proof from size 0 proves nothing, so verifyConsistency refuses it, even between equal empty trees', () => {
    const empty = { size: 0, rootHash: emptyRoot(sha256) };
    expect(verifyConsistency(empty, empty, [], sha256)).toBe(false);
    expect(verifyConsistency(empty, head(3), [], sha256)).toBe(false);
  });

  test('growth: from the empty tree every tree follows, with an empty proof', async () => {
    const empty = { size: 0, rootHash: emptyRoot(sha256) };
    expect(verifyGrowth(empty, empty, [], sha256)).toBe(true);
    expect(verifyGrowth(empty, head(3), await consistencyProof(0, 3, readNode, sha256), sha256)).toBe(true);
    expect(verifyGrowth(head(2), head(3), referenceProof(2, someEntries(3)), sha256)).toBe(true);
    expect(verifyGrowth(empty, head(3), [leaf(0)], sha256)).toBe(false);
    expect(verifyGrowth({ size: 0, rootHash: leaf(0) }, head(3), [], sha256)).toBe(false);
    expect(verifyGrowth(empty, { size: 0, rootHash: leaf(0) }, [], sha256)).toBe(false);
    expect(verifyGrowth(head(3), head(2), [], sha256)).toBe(false);
  });

  test('a tree never shrinks', async () => {
    await expect(consistencyProof(3, 2, readNode, sha256)).rejects.toMatchObject({ code: 'proof-out-of-range' });
  });
});

test('sizes beyond 32 bits', async () => {
  // All leaves alike, so a perfect subtree is known by its height, and the tree of 2^40 + 2^33 + 5 leaves by four of them.
  const perfect = [leaf(0)];
  for (let level = 1; level <= 41; level += 1) perfect.push(nodeHash(perfect[level - 1] ?? leaf(0), perfect[level - 1] ?? leaf(0), sha256));
  const at = (level: number) => perfect[level] ?? leaf(1);
  const fold = (levels: readonly number[]) => levels.map(at).reduceRight((right, left) => nodeHash(left, right, sha256));
  const size = 2 ** 40 + 2 ** 33 + 5;
  const newer = { size, rootHash: fold([40, 33, 2, 0]) };
  for (const index of [0, 2 ** 32, 2 ** 40 - 1, 2 ** 40 + 7, size - 1]) {
    const proof = await inclusionProof(index, size, at, sha256);
    expect(verifyInclusion(leaf(0), index, newer, proof, sha256), String(index)).toBe(true);
    expect(verifyInclusion(leaf(1), index, newer, proof, sha256), String(index)).toBe(false);
  }
  const older = { size: 2 ** 40 + 2 ** 33, rootHash: fold([40, 33]) };
  const proof = await consistencyProof(older.size, size, at, sha256);
  expect(verifyConsistency(older, newer, proof, sha256)).toBe(true);
  expect(verifyConsistency({ ...older, size: 2 ** 40 + 2 ** 32 }, newer, proof, sha256)).toBe(false);
});
