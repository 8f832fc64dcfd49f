import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees, reconcileServed, type Intent } from './reconcile-served.ts';
import type { ServedCall } from './served-list.ts';

const leaf = (fill: number) => new Uint8Array(32).fill(fill);
const intent = (index: number, fill = index, month = '2026-10'): Intent => ({ index, leafHash: leaf(fill), month });
const atNoon = Date.UTC(2026, 9, 15, 4);
const call = (index: number, fill = index, atMs = atNoon): ServedCall => ({ index, leafHash: leaf(fill), atMs });
/** 2026-11-01 00:00:00.500 in Taipei. */
const justAfterMidnight = Date.UTC(2026, 9, 31, 16, 0, 0, 500);

test('each intent with its call', () => {
  const found = reconcileServed('2026-10', [intent(1), intent(4)], [call(4), call(1)]);
  expect(found).toEqual({ matched: 2, onlyOurs: [], onlyTheirs: [], differing: [] });
  expect(agrees(found)).toBe(true);
});

test('an omission: a call that no record stands before', () => {
  const found = reconcileServed('2026-10', [intent(1)], [call(1), call(2)]);
  expect(found).toEqual({ matched: 1, onlyOurs: [], onlyTheirs: [call(2)], differing: [] });
  expect(agrees(found)).toBe(false);
});

test('an intent that no call followed', () => {
  const found = reconcileServed('2026-10', [intent(1), intent(2)], [call(2)]);
  expect(found).toEqual({ matched: 1, onlyOurs: [1], onlyTheirs: [], differing: [] });
  expect(agrees(found)).toBe(false);
});

test('one index, two leaves', () => {
  const found = reconcileServed('2026-10', [intent(1, 5)], [call(1, 6)]);
  expect(found).toEqual({ matched: 0, onlyOurs: [], onlyTheirs: [], differing: [{ index: 1, ours: leaf(5), theirs: leaf(6) }] });
  expect(agrees(found)).toBe(false);
});

describe('about midnight of the month’s end', () => {
  test('an intent before it and its call after it belong to the intent’s month', () => {
    const late = call(1, 1, justAfterMidnight);
    expect(agrees(reconcileServed('2026-10', [intent(1)], [late]))).toBe(true);
    expect(reconcileServed('2026-11', [intent(1)], [late])).toEqual({ matched: 0, onlyOurs: [], onlyTheirs: [], differing: [] });
  });

  test('without the next month’s list the intent stands alone', () => {
    expect(reconcileServed('2026-10', [intent(1)], []).onlyOurs).toEqual([1]);
  });

  test('a call of the next month is no omission of this one, and is one there', () => {
    const late = call(1, 1, justAfterMidnight);
    expect(agrees(reconcileServed('2026-10', [], [late]))).toBe(true);
    expect(reconcileServed('2026-11', [], [late]).onlyTheirs).toEqual([late]);
  });

  test('another leaf is told in both months', () => {
    for (const month of ['2026-10', '2026-11'])
      expect(reconcileServed(month, [intent(1, 5)], [call(1, 6, justAfterMidnight)]).differing).toHaveLength(1);
    expect(agrees(reconcileServed('2026-12', [intent(1, 5)], [call(1, 6, justAfterMidnight)]))).toBe(true);
  });
});

test('whatever is left out, put in or changed on one side is what is found, and nothing else', () => {
  const fate = fc.constantFrom('both', 'ours', 'theirs', 'differ');
  fc.assert(
    fc.property(fc.array(fate, { maxLength: 60 }), (fates) => {
      const at = (...kinds: string[]) => [...fates.keys()].filter((index) => kinds.includes(fates[index] ?? ''));
      const ours = at('both', 'ours', 'differ').map((index) => intent(index));
      const theirs = at('both', 'theirs', 'differ').map((index) => call(index, fates[index] === 'differ' ? index + 100 : index));
      const found = reconcileServed('2026-10', ours, theirs.toReversed());
      expect(found.matched).toBe(at('both').length);
      expect(found.onlyOurs).toEqual(at('ours'));
      expect(found.onlyTheirs.map(({ index }) => index).toSorted((one, other) => one - other)).toEqual(at('theirs'));
      expect(found.differing.map(({ index }) => index)).toEqual(at('differ'));
      expect(agrees(found)).toBe(fates.every((each) => each === 'both'));
    }),
  );
});
