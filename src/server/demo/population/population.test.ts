import { createHash } from 'node:crypto';
import { validateIdCardNumber } from 'taiwan-id-validator';
import { beforeAll, expect, test } from 'vitest';
import { ageOn, formatDay, parseDay, yearOf } from './day-number.ts';
import { gradesOf } from './insured-salary-grades.ts';
import type { InsuredPeriod } from './insured-history.ts';
import { DEMO_POPULATION, DEMO_SEED, inventPersons } from './persons.ts';
import { inventPopulation, type InsuredPerson } from './population.ts';

const today = '2026-11-22';
let population: InsuredPerson[];
beforeAll(() => {
  population = [...inventPopulation(DEMO_SEED, DEMO_POPULATION, today)];
});

const share = (matches: (insured: InsuredPerson) => boolean): number => population.filter(matches).length / population.length;
const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const digestOf = (seed: string, count: number): string => digest([...inventPopulation(seed, count, today)]);

test('every id is valid by an independent validator, none is given twice, and the sex in it is the person’s', () => {
  const categories = new Map<string, number>();
  for (const { person } of population) {
    const result = validateIdCardNumber(person.nationalId);
    if (!result.valid) throw new Error(`a person's id is ${result.reason}`);
    categories.set(result.category, (categories.get(result.category) ?? 0) + 1);
  }
  expect(population.filter(({ person }) => !(person.sex === 'man' ? /^.[18]/ : /^.[29]/).test(person.nationalId))).toEqual([]);
  expect(new Set(population.map(({ person }) => person.nationalId)).size).toBe(DEMO_POPULATION);
  expect([...categories.keys()].toSorted()).toEqual(['NATIONAL_ID', 'UI_NUMBER_FOREIGN_OR_STATELESS']);
  expect(categories.get('UI_NUMBER_FOREIGN_OR_STATELESS')).toBeGreaterThan(200);
});

test('most were registered in Nantou, the neighbours come next, and no letter outlives its county', () => {
  const ofLetter = (letter: string) => share(({ person }) => person.nationalId.startsWith(letter));
  expect(ofLetter('M')).toBeGreaterThan(0.55);
  expect(ofLetter('M')).toBeLessThan(0.7);
  expect(ofLetter('N')).toBeGreaterThan(ofLetter('A'));
  expect(population.filter(({ person }) => yearOf(person.birth) >= 2011 && /^[LRSY]/.test(person.nationalId))).toEqual([]);
});

test('names follow the real frequency of surnames, with indigenous names and rare characters among them', () => {
  const surname = (text: string) => share(({ person }) => person.name.startsWith(text));
  expect(surname('陳')).toBeCloseTo(0.11, 2);
  expect(surname('陳')).toBeGreaterThan(surname('林'));
  expect(surname('林')).toBeGreaterThan(surname('黃'));
  const indigenous = share(({ person }) => /^([A-Z][a-z]+ [A-Z][a-z]+|\p{Script=Han}+·\p{Script=Han}+)$/u.test(person.name));
  expect(indigenous).toBeGreaterThan(0.007);
  expect(indigenous).toBeLessThan(0.013);
  for (const rare of ['堃', '喆', '峯', '𡘙']) expect(population.some(({ person }) => person.name.includes(rare))).toBe(true);
  expect(population.every(({ person }) => person.name.isWellFormed())).toBe(true);
});

test('ages make a plausible pyramid of people of working age and older', () => {
  const day = parseDay(today);
  const between = (from: number, until: number) =>
    share(({ person }) => ageOn(person.birth, day) >= from && ageOn(person.birth, day) < until);
  expect(between(0, 14)).toBe(0);
  expect(between(40, 50)).toBeGreaterThan(between(20, 30));
  expect(between(65, 200)).toBeGreaterThan(0.2);
  expect(between(65, 200)).toBeLessThan(0.3);
  expect(between(100, 200)).toBe(0);
});

test('insured periods follow one another without overlap, end by today, and begin after childhood', () => {
  const day = parseDay(today);
  const isWrong = ({ person, periods }: InsuredPerson): boolean =>
    periods.some(({ from, until }, place) => {
      const next = periods[place + 1];
      const ends = until === null ? next === undefined : from <= until && until < (next?.from ?? day);
      return !ends || from > day || ageOn(person.birth, from) < 15;
    });
  expect(population.filter(isWrong)).toEqual([]);
});

test('an insured salary is a grade of the table of every year it was paid in', () => {
  const last = yearOf(parseDay(today));
  const wrong = (period: InsuredPeriod): boolean => {
    const until = period.until === null ? last : yearOf(period.until);
    for (let year = yearOf(period.from); year <= until; year += 1) if (!gradesOf(year).includes(period.salary)) return true;
    return false;
  };
  expect(population.flatMap(({ periods }) => periods.filter(wrong))).toEqual([]);
});

test('lives differ: seamless changes and gaps, one employer and many, some never insured', () => {
  const joins = population.flatMap(({ periods }) => periods.slice(1).map((period, place) => period.from - (periods[place]?.until ?? 0)));
  expect(joins.filter((days) => days === 1).length).toBeGreaterThan(1_000);
  expect(joins.filter((days) => days > 30).length).toBeGreaterThan(1_000);
  const never = share(({ periods }) => periods.length === 0);
  expect(never).toBeGreaterThan(0.1);
  expect(never).toBeLessThan(0.35);
  expect(Math.max(...population.map(({ periods }) => periods.length))).toBeLessThan(100);
});

test('benefits are of every kind, positive, paid by today, never to somebody who was not insured', () => {
  const day = parseDay(today);
  const benefits = population.flatMap((insured) => insured.benefits);
  expect([...new Set(benefits.map(({ kind }) => kind))].toSorted()).toEqual(
    ['失業給付', '家屬死亡喪葬津貼', '普通傷病給付', '生育給付', '育嬰留職停薪津貼', '職業傷病給付'].toSorted(),
  );
  expect(benefits.every(({ amount, paidOn }) => Number.isInteger(amount) && amount > 0 && amount <= 45_800 * 3 && paidOn <= day)).toBe(
    true,
  );
  expect(population.every((insured) => insured.benefits.length === 0 || insured.periods.length > 0)).toBe(true);
  const keys = population.flatMap(({ person, benefits }) => benefits.map(({ kind, paidOn }) => `${person.nationalId} ${kind} ${paidOn}`));
  expect(new Set(keys).size).toBe(keys.length);
});

test('old-age pensions go to the old who left work', () => {
  const day = parseDay(today);
  const pensioners = population.filter(({ pensions }) => pensions.some(({ kind }) => kind === '老年年金'));
  expect(pensioners.length).toBeGreaterThan(2_000);
  expect(pensioners.every(({ person, periods }) => ageOn(person.birth, day) >= 60 && periods.at(-1)?.until !== null)).toBe(true);
  expect(population.flatMap(({ pensions }) => pensions).every(({ monthly }) => monthly >= 3_000 && monthly <= 45_800)).toBe(true);
});

test('the same seed gives the same bytes, another one others', () => {
  expect(digest(population.slice(0, 3_000))).toBe(digestOf(DEMO_SEED, 3_000));
  expect(digestOf('a', 300)).not.toBe(digestOf('b', 300));
});

test('who somebody is depends neither on how many are asked for nor on the day', () => {
  const few = [...inventPersons(DEMO_SEED, 50)];
  expect(few).toEqual(population.slice(0, 50).map(({ person }) => person));
  expect([...inventPopulation(DEMO_SEED, 50, '2031-01-01')].map(({ person }) => person)).toEqual(few);
});

test('days are those of the calendar', () => {
  expect(formatDay(parseDay('2024-02-29') + 1)).toBe('2024-03-01');
  expect(() => parseDay('2026-13-01')).toThrow(RangeError);
});
