import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignAuditors, type AssignmentInput, type Auditor, type PreviousPair, type SampledRow } from './assign-auditors.ts';
import { unassignedText } from './unassigned-reason.ts';

/** `{ 'p-1': 3 }`: three rows of p-1. */
function rowsOf(counts: Readonly<Record<string, number>>): SampledRow[] {
  return Object.entries(counts).flatMap(([person, count]) => Array.from({ length: count }, (_, at) => ({ id: `${person}/${at}`, person })));
}

const auditors: readonly Auditor[] = [
  { id: 'a-1', person: 'p-91' },
  { id: 'a-2', person: 'p-92' },
];
const input: AssignmentInput = {
  rows: rowsOf({ 'p-1': 2, 'p-2': 1, 'p-3': 1 }),
  auditors,
  previous: [],
  barsPreviousAuditor: true,
  auditorsMayNotQuery: false,
  queriers: new Set(['p-1', 'p-2', 'p-3', 'p-4']),
};

test('all rows of a person go to one auditor, as evenly as can be', () => {
  expect(assignAuditors(input)).toEqual({
    assignments: [
      { person: 'p-1', auditor: 'a-1', ids: ['p-1/0', 'p-1/1'] },
      { person: 'p-2', auditor: 'a-2', ids: ['p-2/0'] },
      { person: 'p-3', auditor: 'a-2', ids: ['p-3/0'] },
    ],
    unassigned: [],
  });
});

test('by person, whatever the order of their rows', () => {
  const rows = [
    { id: 'r-1', person: 'p-2' },
    { id: 'r-2', person: 'p-1' },
  ];
  expect(assignAuditors({ ...input, rows }).assignments.map(({ person }) => person)).toEqual(['p-1', 'p-2']);
});

describe('nobody audits', () => {
  const auditorOf = (person: string, change: Partial<AssignmentInput>) =>
    assignAuditors({ ...input, ...change }).assignments.find((each) => each.person === person)?.auditor;

  test('themselves', () => {
    expect(
      auditorOf('p-1', {
        auditors: [
          { id: 'a-1', person: 'p-1' },
          { id: 'a-2', person: 'p-92' },
        ],
      }),
    ).toBe('a-2');
  });

  test('the same person twice in a row', () => {
    expect(auditorOf('p-1', { previous: [{ person: 'p-1', auditor: 'a-1' }] })).toBe('a-2');
  });

  test('anybody at all who is in the list, drawn or not, where the regulation keeps the roles apart', () => {
    const listed = [
      { id: 'a-1', person: 'p-4' },
      { id: 'a-2', person: 'p-92' },
      { id: 'a-3', person: 'p-3' },
    ];
    const { assignments, unassigned } = assignAuditors({ ...input, auditors: listed, auditorsMayNotQuery: true });
    expect([assignments.map(({ auditor }) => auditor), unassigned]).toEqual([['a-2', 'a-2', 'a-2'], []]);
    expect(new Set(assignAuditors({ ...input, auditors: listed }).assignments.map(({ auditor }) => auditor)).size).toBe(3);
  });

  test('the same person twice in a row under a second id', () => {
    const listed = [...auditors, { id: 'a-0', person: 'p-91' }];
    expect(auditorOf('p-1', { auditors: listed, previous: [{ person: 'p-1', auditor: 'a-1' }] })).toBe('a-2');
  });
});

test.each<readonly [string, Partial<AssignmentInput>]>([
  ['where the regulation does not bar it', { barsPreviousAuditor: false, previous: [{ person: 'p-1', auditor: 'a-1' }] }],
  ['whom an auditor audited who is not listed any more', { previous: [{ person: 'p-1', auditor: 'a-9' }] }],
  ['whom somebody else was audited by', { previous: [{ person: 'p-2', auditor: 'a-1' }] }],
])('the only auditor takes a person %s', (_, change) => {
  const { assignments, unassigned } = assignAuditors({ ...input, rows: rowsOf({ 'p-1': 2 }), auditors: auditors.slice(0, 1), ...change });
  expect([assignments.map(({ auditor }) => auditor), unassigned]).toEqual([['a-1'], []]);
});

describe('whom nobody may audit', () => {
  const own = [{ id: 'a-1', person: 'p-1' }];
  const last = [{ person: 'p-1', auditor: 'a-1' }];
  test.each<readonly [string, readonly Auditor[], readonly PreviousPair[]]>([
    ['no-auditors', [], []],
    ['only-themselves', own, last],
    ['only-previous-auditor', auditors.slice(0, 1), last],
    [
      'only-themselves-and-previous-auditor',
      [
        { id: 'a-1', person: 'p-91' },
        { id: 'a-2', person: 'p-1' },
      ],
      last,
    ],
  ] as const)('%s: is unassigned', (reason, listed, previous) => {
    expect(assignAuditors({ ...input, rows: rowsOf({ 'p-1': 2 }), auditors: listed, previous })).toEqual({
      assignments: [],
      unassigned: [{ person: 'p-1', reason }],
    });
  });

  test('only-queriers: is unassigned, and so is everybody else', () => {
    const { assignments, unassigned } = assignAuditors({ ...input, auditors: [{ id: 'a-1', person: 'p-4' }], auditorsMayNotQuery: true });
    expect(assignments).toEqual([]);
    expect(unassigned).toEqual(['p-1', 'p-2', 'p-3'].map((person) => ({ person, reason: 'only-queriers' })));
  });

  test.each(['no-auditors', 'only-queriers', 'only-themselves', 'only-previous-auditor', 'only-themselves-and-previous-auditor'] as const)(
    '%s: has words and a next step',
    (reason) => {
      expect(unassignedText(reason)).toMatch(/。請.+。$/);
    },
  );

  test('the others are assigned all the same', () => {
    const { assignments, unassigned } = assignAuditors({ ...input, auditors: [{ id: 'a-1', person: 'p-2' }] });
    expect(assignments.map(({ person }) => person)).toEqual(['p-1', 'p-3']);
    expect(unassigned).toEqual([{ person: 'p-2', reason: 'only-themselves' }]);
  });
});

const smallCase: fc.Arbitrary<AssignmentInput> = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }),
    auditorPersons: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
    previous: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 })), { maxLength: 8 }),
    barsPreviousAuditor: fc.boolean(),
    auditorsMayNotQuery: fc.boolean(),
    othersInTheList: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
  })
  .map(({ counts, auditorPersons, previous, othersInTheList, ...bars }) => ({
    rows: rowsOf(Object.fromEntries(counts.map((count, at) => [`p-${at}`, count]))),
    auditors: auditorPersons.map((person, at) => ({ id: `a-${at}`, person: `p-${person}` })),
    previous: previous.map(([person, auditor]) => ({ person: `p-${person}`, auditor: `a-${auditor}` })),
    queriers: new Set([...counts.keys(), ...othersInTheList].map((person) => `p-${person}`)),
    ...bars,
  }));

/** Straight from the rule: may this auditor audit this person? */
function may(input: AssignmentInput, auditor: Auditor, person: string): boolean {
  const { auditors, previous, barsPreviousAuditor } = input;
  if (auditor.person === person || (input.auditorsMayNotQuery && input.queriers.has(auditor.person))) return false;
  const lastTime = previous.filter((pair) => pair.person === person).map((pair) => auditors.find(({ id }) => id === pair.auditor)?.person);
  return !barsPreviousAuditor || !lastTime.includes(auditor.person);
}

function loadsOf({ auditors }: AssignmentInput, assignments: readonly { auditor: string; ids: readonly string[] }[]): number[] {
  return auditors.map(({ id }) => assignments.filter(({ auditor }) => auditor === id).reduce((sum, { ids }) => sum + ids.length, 0));
}

/** Tries every assignment; the best [largest load, spread]. */
function bestByTryingAll(input: AssignmentInput): readonly [number, number] {
  const persons = [...Map.groupBy(input.rows, ({ person }) => person)].filter(([person]) =>
    input.auditors.some((auditor) => may(input, auditor, person)),
  );
  let best: readonly [number, number] = [Infinity, Infinity];
  const go = (at: number, loads: readonly number[]): void => {
    const [person, rows] = persons[at] ?? [];
    if (person === undefined || !rows) {
      const found = [Math.max(...loads), Math.max(...loads) - Math.min(...loads)] as const;
      if (found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])) best = found;
      return;
    }
    for (const [place, auditor] of input.auditors.entries()) {
      if (may(input, auditor, person)) go(at + 1, loads.map((load, each) => (each === place ? load + rows.length : load))); // prettier-ignore
    }
  };
  go(0, input.auditors.map(() => 0)); // prettier-ignore
  return best;
}

test('on small cases: nothing barred, nothing lost, and as even as the best of all assignments', () => {
  fc.assert(
    fc.property(smallCase, (input) => {
      const { assignments, unassigned } = assignAuditors(input);
      for (const { person, auditor } of assignments)
        expect(input.auditors.some((each) => each.id === auditor && may(input, each, person))).toBe(true);
      for (const { person } of unassigned) expect(input.auditors.some((each) => may(input, each, person))).toBe(false);
      const assigned = assignments.flatMap(({ person, ids }) => ids.map((id) => ({ id, person })));
      const left = input.rows.filter(({ person }) => unassigned.some((each) => each.person === person));
      expect(new Set([...assigned, ...left].map(({ id, person }) => `${person} ${id}`))).toEqual(
        new Set(input.rows.map(({ id, person }) => `${person} ${id}`)),
      );
      expect(assigned.length + left.length).toBe(input.rows.length);
      const loads = loadsOf(input, assignments);
      expect([Math.max(...loads), Math.max(...loads) - Math.min(...loads)]).toEqual(bestByTryingAll(input));
    }),
    { numRuns: 500 },
  );
});

test('the order of what comes in changes nothing', () => {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
  fc.assert(
    fc.property(
      smallCase.chain((input) => fc.tuple(fc.constant(input), shuffled(input.rows), shuffled(input.auditors), shuffled(input.previous))),
      ([input, rows, auditors, previous]) => {
        expect(assignAuditors({ ...input, rows, auditors, previous })).toEqual(assignAuditors(input));
      },
    ),
  );
});

describe('larger samples', () => {
  /** Persons with 1 to 9 rows, some of them auditors, each barred from last time's auditor. */
  function officeOf(persons: number, auditorCount: number): AssignmentInput {
    const counts = Array.from({ length: persons }, (_, at) => [`p-${at}`, 1 + ((at * at) % 9)] as const);
    return {
      ...input,
      rows: rowsOf(Object.fromEntries(counts)),
      auditors: Array.from({ length: auditorCount }, (_, at) => ({ id: `a-${at}`, person: `p-${at * 3}` })),
      previous: counts.map(([person], at) => ({ person, auditor: `a-${(at * 7) % auditorCount}` })),
    };
  }

  test.each([
    [40, 3],
    [60, 5],
    [500, 8],
    [3000, 12],
  ])('%i persons over %i auditors differ by one row at most', (persons, auditorCount) => {
    const input = officeOf(persons, auditorCount);
    const loads = loadsOf(input, assignAuditors(input).assignments);
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(input.rows.length);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  test('what only a chain of moves can even out is evened out', () => {
    // a-1 may take p-1 and p-2, a-2 may take p-1 … p-4, a-3 p-3 … p-6: four of six rows must not crowd in the middle.
    const options: Readonly<Record<string, readonly string[]>> = {
      'p-1': ['a-1', 'a-2'],
      'p-2': ['a-1', 'a-2'],
      'p-3': ['a-2', 'a-3'],
      'p-4': ['a-2', 'a-3'],
      'p-5': ['a-3'],
      'p-6': ['a-3'],
    };
    const three = ['a-1', 'a-2', 'a-3'].map((id) => ({ id, person: `person of ${id}` }));
    const previous = Object.entries(options).flatMap(([person, allowed]) =>
      three.filter(({ id }) => !allowed.includes(id)).map(({ id }) => ({ person, auditor: id })),
    );
    const chain = {
      ...input,
      rows: rowsOf({ 'p-1': 1, 'p-2': 1, 'p-3': 1, 'p-4': 1, 'p-5': 1, 'p-6': 1 }),
      auditors: three,
      previous,
    };
    expect(loadsOf(chain, assignAuditors(chain).assignments)).toEqual([2, 2, 2]);
  });
});
