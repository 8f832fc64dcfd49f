import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceRoot, sha256, someEntries } from '../../../test/vectors/ledger/reference-tree.ts';
import type { NodeReader } from './proofs.ts';
import { formatRangeProof, parseRangeProof, rangeEndsIn, rangeFrontier, rangeProof, type RangeProof } from './range-proof.ts';
import { leafHash } from './tree-hash.ts';

const most = 20;
const entries = someEntries(most + 1);
const readNode: NodeReader = (level, index) => referenceRoot(entries.slice(index * 2 ** level, (index + 1) * 2 ** level));
const head = (size: number) => ({ size, rootHash: referenceRoot(entries.slice(0, size)) });
const leaves = (start: number, end: number) => entries.slice(start, end).map((entry) => leafHash(entry, sha256));

function proves(proof: RangeProof, hashes: readonly Uint8Array[], size: number): boolean {
  const frontier = rangeFrontier(proof, sha256);
  for (const hash of hashes) frontier.append(hash);
  return rangeEndsIn(proof, frontier, head(size), sha256);
}

const startEndSize = fc
  .tuple(fc.nat(most), fc.nat(most), fc.nat(most))
  .map((three) => three.toSorted((one, other) => one - other) as [number, number, number]);

/** Ways to lie about the leaves of a range; each gives other ones. */
const lies: readonly ((hashes: readonly Uint8Array[], at: number) => readonly Uint8Array[])[] = [
  (hashes) => [...hashes, leafHash(entries[most] ?? entries[0]!, sha256)],
  (hashes, at) => hashes.toSpliced(at, 1),
  (hashes, at) => hashes.with(at, leafHash(new Uint8Array(3), sha256)),
  (hashes, at) => hashes.toSpliced(at, 0, hashes[at]!),
  (hashes, at) => (hashes.length > 1 ? hashes.with(at, hashes[(at + 1) % hashes.length]!) : []),
];

describe('every range of every tree', () => {
  test('is proven by its own leaves, and the roots on the way are those of the RFC', async () => {
    for (let size = 0; size <= most; size += 1) {
      for (let end = 0; end <= size; end += 1) {
        for (let start = 0; start <= end; start += 1) {
          const proof = parseRangeProof(formatRangeProof(await rangeProof({ start, end }, size, readNode, sha256)));
          const frontier = rangeFrontier(proof, sha256);
          expect(frontier.root()).toEqual(head(start).rootHash);
          for (const hash of leaves(start, end)) {
            frontier.append(hash);
            expect(frontier.root()).toEqual(head(frontier.size).rootHash);
          }
          expect(rangeEndsIn(proof, frontier, head(size), sha256), `${start}-${end} in ${size}`).toBe(true);
        }
      }
    }
  });

  test('is proven by no other leaves', async () => {
    await fc.assert(
      fc.asyncProperty(startEndSize, fc.nat(most), fc.constantFrom(...lies), async ([start, end, size], at, lie) => {
        fc.pre(end > start);
        const proof = await rangeProof({ start, end }, size, readNode, sha256);
        expect(proves(proof, lie(leaves(start, end), at % (end - start)), size)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('is not that of another place, another tree, or a spoiled proof', async () => {
    await fc.assert(
      fc.asyncProperty(startEndSize, fc.nat(1_000), async ([start, end, size], at) => {
        fc.pre(end > 0 && size < most); // the range before the first leaf is that of every tree
        const proof = await rangeProof({ start, end }, size, readNode, sha256);
        const hashes = leaves(start, end);
        expect(proves(proof, hashes, size)).toBe(true);
        expect(proves(proof, hashes, size + 1)).toBe(false);
        if (end < size) expect(proves({ ...proof, end: end + 1 }, hashes, size)).toBe(false);
        for (const part of ['frontier', 'consistency'] as const) {
          if (proof[part].length === 0) continue;
          const spoiled = proof[part].with(at % proof[part].length, new Uint8Array(32));
          expect(proves({ ...proof, [part]: spoiled }, hashes, size), part).toBe(false);
        }
        expect(proves({ ...proof, consistency: [...proof.consistency, new Uint8Array(32)] }, hashes, size)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  [{ start: 3, end: 2 }, 5],
  [{ start: 0, end: 6 }, 5],
  [{ start: -1, end: 2 }, 5],
  [{ start: 0.5, end: 2 }, 5],
])('there is no range %j in a tree of %d', async (span, size) => {
  await expect(rangeProof(span, size, readNode, sha256)).rejects.toMatchObject({ code: 'proof-out-of-range' });
});

describe('the text', () => {
  const hash = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

  test('is this, to the letter', () => {
    const zero = new Uint8Array(32);
    const text = `mingcha-range-proof-v1\nstart 5\n${hash}\n${hash}\nend 6\n${hash}\n`;
    expect(formatRangeProof({ start: 5, frontier: [zero, zero], end: 6, consistency: [zero] })).toBe(text);
    expect(parseRangeProof(text)).toEqual({ start: 5, frontier: [zero, zero], end: 6, consistency: [zero] });
  });

  test.each([
    ['nothing', ''],
    ['another header', 'mingcha-range-proof-v2\nstart 0\nend 0\n'],
    ['no start', 'mingcha-range-proof-v1\nend 0\n'],
    ['no end', 'mingcha-range-proof-v1\nstart 0\n'],
    ['a cut last line', 'mingcha-range-proof-v1\nstart 0\nend 1'],
    ['a second end', 'mingcha-range-proof-v1\nstart 0\nend 1\nend 1\n'],
    ['a number with a zero before it', 'mingcha-range-proof-v1\nstart 00\nend 1\n'],
    ['an end before its start', `mingcha-range-proof-v1\nstart 2\n${hash}\nend 1\n`],
    ['a hash too few', 'mingcha-range-proof-v1\nstart 1\nend 1\n'],
    ['a hash too many', `mingcha-range-proof-v1\nstart 1\n${hash}\n${hash}\nend 1\n`],
    ['a short hash', 'mingcha-range-proof-v1\nstart 1\nAAAA\nend 1\n'],
    ['an empty line', 'mingcha-range-proof-v1\nstart 0\nend 1\n\n'],
    ['too many hashes', `mingcha-range-proof-v1\nstart 0\nend 1\n${`${hash}\n`.repeat(65)}`],
    ['a novel', `mingcha-range-proof-v1\n${'start 0\n'.repeat(3_000)}`],
  ])('%s is refused', (_, text) => {
    expect(() => parseRangeProof(text)).toThrow(expect.objectContaining({ code: 'proof-malformed' }));
  });

  test('whatever arrives is read or refused, never anything else', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('mingcha-range-proof-v1', 'start 0', 'start 1', 'end 1', 'end 9', hash));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.join('\n')}\n`;
        try {
          expect(formatRangeProof(parseRangeProof(text))).toBe(text);
        } catch (error) {
          expect(error).toMatchObject({ name: 'LedgerFormatError', code: 'proof-malformed' });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test('beyond 32 bits the frontier is one hash per set bit', async () => {
  const start = 2 ** 40 + 2 ** 33 + 5;
  const asked: string[] = [];
  const proof = await rangeProof(
    { start, end: start },
    start,
    (level, index) => (asked.push(`${level}/${index}`), entries[0]!.slice(0, 0)),
    sha256,
  );
  expect(asked).toEqual(['40/0', '33/128', `2/${(2 ** 40 + 2 ** 33) / 4}`, `0/${start - 1}`]);
  expect(proof.frontier).toHaveLength(4);
});
