import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#domain/kernel';
import { DistinctWindow } from './distinct-window.ts';
import { EnumerationWatch, isMiss, watchSettings, type WatchedQuestion, type WatchVerdict } from './enumeration-watch.ts';
import { NeighbourWindow } from './neighbour-window.ts';

const noon = Date.parse('2026-10-15T12:00:00+08:00');
const midnight = Date.parse('2026-10-16T00:00:00+08:00');

/** Numbers below `most`, the same in every run (xorshift32). */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

function question(id: string, changes: Partial<WatchedQuestion> = {}): WatchedQuestion {
  return { atMs: noon, id, digest: `digest of ${id}`, birthDate: null, name: null, ...changes };
}

const idAt = (serial: number) => `M1${String(serial).padStart(8, '0')}`;
const scattered = (random: (most: number) => number) => `M${1 + random(2)}${String(random(100_000_000)).padStart(8, '0')}`;
const dateAt = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10) as IsoDate; // of years with four digits

interface Seen {
  readonly slowedAt: number | undefined;
  readonly suspendedAt: number | undefined;
  readonly reasons: ReadonlySet<string>;
}

/** Asks until suspended; both numbers count questions from 1. */
function probe(questions: Iterable<WatchedQuestion>, missed: (at: number) => boolean = () => false, watch = new EnumerationWatch()): Seen {
  let asked = 0;
  let slowedAt: number | undefined;
  const reasons = new Set<string>();
  for (const each of questions) {
    asked += 1;
    const verdict = watch.ask(each);
    if (verdict.kind !== 'allow') reasons.add(verdict.reason);
    if (verdict.kind === 'suspend') return { slowedAt, suspendedAt: asked, reasons };
    if (verdict.kind === 'slow') slowedAt ??= asked;
    watch.answered(missed(asked));
  }
  return { slowedAt, suspendedAt: undefined, reasons };
}

const untouched = { slowedAt: undefined, suspendedAt: undefined, reasons: new Set() };
const many = (count: number, make: (at: number) => WatchedQuestion) => Array.from({ length: count }, (_, at) => make(at));

describe('an honest caseload of 10,000', () => {
  test.each([1, 2, 3, 4, 5])('people at a counter, of every age, three in ten unknown: %i', (seed) => {
    const random = numbers(seed * 2_654_435);
    const questions = many(10_000, () =>
      question(scattered(random), { birthDate: dateAt(random(33_000) - 12_000), name: `姓名${random(5_000)}` }),
    );
    expect(probe(questions, () => random(10) < 3)).toEqual(untouched);
  });

  test('the children of one school year, whose dates lie close together', () => {
    const random = numbers(77);
    const questions = many(10_000, () =>
      question(scattered(random), { birthDate: dateAt(18_000 + random(365)), name: `姓名${random(5_000)}` }),
    );
    expect(probe(questions, () => random(10) < 3)).toEqual(untouched);
  });

  test('twins and neighbours at the registry, one in five questions', () => {
    const random = numbers(99);
    const questions = many(5_000, () => question(scattered(random))).flatMap((each, at) => {
      const next = `${each.id.slice(0, 2)}${String((Number(each.id.slice(2)) + 11) % 100_000_000).padStart(8, '0')}`;
      return at % 10 === 0 ? [each, question(next)] : [each];
    });
    expect(probe(questions)).toEqual(untouched);
  });

  test('the same few people over and over, with a date mistyped twice', () => {
    const questions = many(10_000, (at) =>
      question(idAt((at % 30) * 1_000_003), { birthDate: dateAt(at % 30 === 0 ? at % 90 : 1_000 + (at % 30)) }),
    );
    expect(probe(questions)).toEqual(untouched);
  });
});

describe('each way of probing is seen', () => {
  test('counting through the population: slowed by the 20th, suspended by the 40th', () => {
    const seen = probe(many(100, (at) => question(idAt(12_340_000 + at * 10))));
    expect(seen).toEqual({ slowedAt: 20, suspendedAt: 40, reasons: new Set(['neighbouring-ids']) });
  });

  test('counting in random order, hidden among as many honest questions', () => {
    const random = numbers(5);
    const seen = probe(many(1_000, (at) => question(at % 2 === 0 ? scattered(random) : idAt(12_340_000 + random(200)))));
    expect([...seen.reasons]).toEqual(['neighbouring-ids']);
    expect(seen.slowedAt).toBeLessThanOrEqual(64);
  });

  test('made-up ids: suspended as soon as two hundred are answered', () => {
    const random = numbers(6);
    const seen = probe(
      many(500, () => question(scattered(random))),
      () => true,
    );
    expect(seen).toEqual({ slowedAt: undefined, suspendedAt: 201, reasons: new Set(['many-misses']) });
  });

  test('four misses in five slow, and fewer don’t', () => {
    const random = numbers(7);
    const questions = many(1_000, () => question(scattered(random)));
    expect(probe(questions, (at) => at % 5 !== 0)).toEqual({ slowedAt: 201, suspendedAt: undefined, reasons: new Set(['many-misses']) });
    expect(probe(questions, (at) => at % 5 > 1)).toEqual(untouched);
  });

  test('one birth date, many people', () => {
    const random = numbers(8);
    const seen = probe(many(100, () => question(scattered(random), { birthDate: '1986-01-02' })));
    expect(seen).toEqual({ slowedAt: 30, suspendedAt: 60, reasons: new Set(['birth-date-sweep']) });
  });

  test('one name, many people', () => {
    const random = numbers(9);
    const seen = probe(many(100, () => question(scattered(random), { name: '王小明' })));
    expect(seen).toEqual({ slowedAt: 30, suspendedAt: 60, reasons: new Set(['name-sweep']) });
  });

  test('one person, many birth dates or names', () => {
    const dates = probe(many(100, (at) => question(idAt(1), { birthDate: dateAt(at) })));
    expect(dates).toEqual({ slowedAt: 5, suspendedAt: 12, reasons: new Set(['guesses-of-one-person']) });
    const names = probe(many(100, (at) => question(idAt(1), { name: `姓名${at}` })));
    expect(names).toEqual({ slowedAt: 5, suspendedAt: 12, reasons: new Set(['guesses-of-one-person']) });
  });

  test('of several things the one that suspends is told', () => {
    const seen = probe(many(100, (at) => question(idAt(at * 10), { name: '王小明', birthDate: dateAt(at) })));
    expect(seen).toEqual({ slowedAt: 20, suspendedAt: 40, reasons: new Set(['neighbouring-ids']) });
    const settings = { ...watchSettings, neighbours: { ...watchSettings.neighbours, suspend: 65 } };
    const other = probe(
      many(100, (at) => question(idAt(at * 10), { name: '王小明' })),
      () => false,
      new EnumerationWatch(settings),
    );
    expect(other).toEqual({ slowedAt: 20, suspendedAt: 60, reasons: new Set(['neighbouring-ids', 'name-sweep']) });
  });
});

test('who is suspended stays so, and uses up nothing', () => {
  const watch = new EnumerationWatch();
  probe(
    many(60, (at) => question(idAt(at))),
    () => false,
    watch,
  );
  const used = watch.used;
  const random = numbers(10);
  for (let at = 0; at < 300; at += 1)
    expect(watch.ask(question(scattered(random), { atMs: midnight + at }))).toEqual({ kind: 'suspend', reason: 'neighbouring-ids' });
  expect(watch.used).toEqual(used);
  expect(new EnumerationWatch().ask(question(idAt(1)))).toEqual({ kind: 'allow' });
});

test('a slowed question is told how long it waits', () => {
  const watch = new EnumerationWatch();
  for (let at = 0; at < 19; at += 1) expect(watch.ask(question(idAt(at)))).toEqual({ kind: 'allow' });
  expect(watch.ask(question(idAt(19)))).toEqual({ kind: 'slow', reason: 'neighbouring-ids', delayMs: watchSettings.delayMs });
});

describe('the day’s budget', () => {
  const settings = { ...watchSettings, requestsPerDay: 3, personsPerDay: 2 };
  const far = (at: number, atMs = noon) => question(idAt(at * 1_000_000), { atMs });
  const wait = (reason: string) => ({ kind: 'wait', reason, untilMs: midnight }) as WatchVerdict; // a reason of the list

  test('of requests, until midnight in Taipei', () => {
    const watch = new EnumerationWatch(settings);
    for (let at = 0; at < 3; at += 1) expect(watch.ask(far(1))).toEqual({ kind: 'allow' });
    expect(watch.ask(far(1, midnight - 1))).toEqual(wait('requests-of-the-day'));
    expect(watch.used).toEqual({ requests: 3, persons: 1 });
    expect(watch.ask(far(1, midnight))).toEqual({ kind: 'allow' });
    expect(watch.used).toEqual({ requests: 1, persons: 1 });
  });

  test('of people: who was asked for already may be asked for again', () => {
    const watch = new EnumerationWatch(settings);
    expect([watch.ask(far(1)).kind, watch.ask(far(2)).kind]).toEqual(['allow', 'allow']);
    expect(watch.ask(far(3))).toEqual(wait('persons-of-the-day'));
    expect(watch.ask(far(2))).toEqual({ kind: 'allow' });
    expect(watch.ask(far(3, midnight))).toEqual({ kind: 'allow' });
  });

  test('a restart or a clock set back gives no second one', () => {
    const watch = new EnumerationWatch(settings, { atMs: noon, requests: 2, digests: [far(1).digest, far(2).digest] });
    expect(watch.ask(far(3))).toEqual(wait('persons-of-the-day'));
    expect(watch.ask(far(1))).toEqual({ kind: 'allow' });
    expect(watch.ask(far(1, noon - 86_400_000))).toEqual(wait('requests-of-the-day'));
    const nextDay = new EnumerationWatch(settings, { atMs: noon, requests: 3, digests: [] });
    expect(nextDay.ask(far(1, midnight))).toEqual({ kind: 'allow' });
  });
});

test('what counts as a miss', () => {
  expect(isMiss(false, {})).toBe(true);
  expect(isMiss(true, { 'name-matches': false })).toBe(true);
  expect(isMiss(true, { 'birth-date-matches': false })).toBe(true);
  expect(isMiss(true, { 'name-matches': true, 'birth-date-matches': true, indigenous: false, 'low-income': false })).toBe(false);
  expect(isMiss(true, {})).toBe(false);
});

describe('windows count as one would by hand', () => {
  test('different members of a group', () => {
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3', '4'));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (pairs, length) => {
        const window = new DistinctWindow(length);
        for (const [at, [group, member]] of pairs.entries()) {
          const last = pairs.slice(Math.max(0, at + 1 - length), at + 1);
          const expected = new Set(last.filter(([each]) => each === group).map(([, each]) => each)).size;
          expect(window.add(group, member)).toBe(expected);
          expect(window.groups).toBe(new Set(last.map(([each]) => each)).size);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('ids with a neighbour among the last different ones', () => {
    const serial = fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 99_999_999 }));
    fc.assert(
      fc.property(fc.array(serial, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (serials, length) => {
        const window = new NeighbourWindow(length, 5);
        let last: number[] = [];
        for (const each of serials) {
          if (!last.includes(each)) last = [...last, each].slice(-length);
          const near = last.filter((one) => last.some((other) => other !== one && Math.abs(other - one) <= 5)).length;
          expect(window.add(idAt(each))).toBe(near);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['A200000001', 'B100000001', 'AA00000001', 'AB00000001', 'A800000001'])('A100000001 and %s are no neighbours', (other) => {
    const window = new NeighbourWindow(64, 100);
    window.add('A100000001');
    expect(window.add(other)).toBe(0);
    expect(window.add(`${other.slice(0, 9)}2`)).toBe(2);
  });

  test('what is no id has no neighbours', () => {
    const window = new NeighbourWindow(64, 100);
    for (const text of ['', 'A1', 'A10000000X', 'A10000000Y', 'A1000000001']) expect(window.add(text)).toBe(0);
  });
});
