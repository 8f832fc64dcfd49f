import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHex } from '#domain/kernel';
import { referenceRoot, sha256, someEntries } from '../../../test/vectors/ledger/reference-tree.ts';
import { emptyRoot, Frontier, leafHash, nodeHash, rootOf } from './tree-hash.ts';

const leaves = someEntries(140).map((entry) => leafHash(entry, sha256));

describe('the tree of RFC 6962', () => {
  test('the empty tree is SHA-256 of nothing', () => {
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect([toHex(emptyRoot(sha256)), toHex(rootOf([], sha256)), toHex(new Frontier(sha256).root())]).toEqual([nothing, nothing, nothing]);
  });

  test('every size gives the root that the definition gives', () => {
    for (let size = 0; size <= leaves.length; size += 1)
      expect(rootOf(leaves.slice(0, size), sha256)).toEqual(referenceRoot(someEntries(size)));
  });

  test('a leaf never hashes like a node', () => {
    const [left, right] = [sha256(Uint8Array.of(1)), sha256(Uint8Array.of(2))];
    expect(leafHash(Buffer.concat([left, right]), sha256)).not.toEqual(nodeHash(left, right, sha256));
  });

  test('a frontier goes on from where another stopped', () => {
    fc.assert(
      fc.property(fc.nat(leaves.length), (stop) => {
        const first = new Frontier(sha256);
        for (const leaf of leaves.slice(0, stop)) first.append(leaf);
        const second = new Frontier(sha256, first.size, first.peaks);
        for (const leaf of leaves.slice(stop)) second.append(leaf);
        expect(second.root()).toEqual(referenceRoot(someEntries(leaves.length)));
        expect(first.root()).toEqual(referenceRoot(someEntries(stop)));
      }),
    );
  });

  test.each([
    ['size-malformed', -1, 0],
    ['size-malformed', 1.5, 1],
    ['size-malformed', 2 ** 53, 1],
    ['size-malformed', 3, 1],
    ['size-malformed', 4, 2],
  ])('%s: a frontier of size %d with %d peaks', (code, size, peaks) => {
    const hashes = Array.from({ length: peaks }, () => new Uint8Array(32));
    expect(() => new Frontier(sha256, size, hashes)).toThrow(expect.objectContaining({ code }));
  });

  test('a hash has 32 bytes', () => {
    const wrong = expect.objectContaining({ code: 'hash-length-wrong' });
    expect(() => new Frontier(sha256, 1, [new Uint8Array(31)])).toThrow(wrong);
    expect(() => nodeHash(new Uint8Array(32), new Uint8Array(33), sha256)).toThrow(wrong);
  });
});
