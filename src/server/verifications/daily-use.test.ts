import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DailyUse, dayNumberAt, secondsToMidnight } from './daily-use.ts';

const budget = { requestsPerDay: 3, personsPerDay: 2 };

function used(): DailyUse {
  const use = new DailyUse();
  use.startDay(20_000);
  return use;
}

test('the requests of a day end, for each service by itself, and begin anew the next day', () => {
  const use = used();
  for (let asked = 0; asked < 3; asked += 1) expect(use.take('s', 'a', budget).kind).toBe('taken');
  expect(use.take('s', 'a', budget)).toEqual({ kind: 'exhausted', budget: 'requests-of-the-day' });
  expect(use.take('other', 'a', budget).kind).toBe('taken');
  use.startDay(20_000);
  expect(use.take('s', 'a', budget).kind).toBe('exhausted');
  use.startDay(20_001);
  expect(use.take('s', 'a', budget).kind).toBe('taken');
});

test('a third person is one too many, the two asked about before are not', () => {
  const use = used();
  use.take('s', 'a', budget);
  use.take('s', 'b', budget);
  expect(use.take('s', 'c', budget)).toEqual({ kind: 'exhausted', budget: 'persons-of-the-day' });
  expect(use.take('s', 'b', budget)).toEqual({ kind: 'taken', isNewPerson: false });
});

test('what was taken and not answered is given back, the person too if nobody else asked about them', () => {
  const use = used();
  use.take('s', 'a', budget);
  const taken = use.take('s', 'b', budget);
  use.giveBack('s', 'b', taken.kind === 'taken' && taken.isNewPerson);
  expect(use.of('s')).toEqual({ requests: 1, persons: 1 });
  expect(use.take('s', 'c', budget).kind).toBe('taken');
  use.giveBack('s', 'a', false);
  expect(use.of('s')).toEqual({ requests: 1, persons: 2 });
});

test('what other nodes answered counts, and what the log told of twice counts once', () => {
  const use = used();
  use.addElsewhere('s', 'a');
  use.addElsewhere('s', 'b');
  expect(use.take('s', 'c', budget).kind).toBe('exhausted');
  use.take('s', 'a', budget);
  use.addElsewhere('s', 'a');
  use.wasOwn('s');
  expect(use.of('s')).toEqual({ requests: 3, persons: 2 });
});

test('no order of requests gets past either budget', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 8 }),
      (asked, requestsPerDay, personsPerDay) => {
        const use = used();
        const answered = asked.filter((person) => use.take('s', String(person), { requestsPerDay, personsPerDay }).kind === 'taken');
        expect(answered.length).toBeLessThanOrEqual(requestsPerDay);
        expect(new Set(answered).size).toBeLessThanOrEqual(personsPerDay);
        expect(use.of('s')).toEqual({ requests: answered.length, persons: new Set(answered).size });
      },
    ),
  );
});

test('days change at midnight in Taipei', () => {
  const midnight = Date.parse('2026-11-23T00:00:00+08:00');
  expect(dayNumberAt(midnight) - dayNumberAt(midnight - 1)).toBe(1);
  expect(secondsToMidnight(midnight - 1)).toBe(1);
  expect(secondsToMidnight(midnight)).toBe(86_400);
});
