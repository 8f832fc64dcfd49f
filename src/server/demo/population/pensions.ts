// Invented pensions. An old-age pension by 勞工保險條例 58 (the age by year of birth, 60 to 65) and 58-1: the better of average × years × 0.775 % +
// 3,000 and average × years × 1.55 %; a disability pension is at least 4,000, a survivor's at least 3,000 (53, 63-2). The average of the
// best sixty months is simplified, and years before our first day are invented.
import type { SeededRandom } from '../seeded-random.ts';
import { ageOn, yearOf } from './day-number.ts';
import type { InsuredPeriod } from './insured-history.ts';
import type { DemoPerson } from './persons.ts';

export interface Pension {
  readonly kind: string;
  readonly monthly: number;
}

export function inventPensions(random: SeededRandom, person: DemoPerson, periods: readonly InsuredPeriod[], today: number): Pension[] {
  const age = ageOn(person.birth, today);
  const atWork = periods.at(-1)?.until === null;
  const average = averageSalary(random, periods);
  const years = random.integer(15, 38);
  if (!atWork && age >= pensionAge(yearOf(person.birth)) && random.chance(periods.length > 0 ? 0.9 : 0.55)) {
    return [{ kind: '老年年金', monthly: oldAgePension(average, years) }];
  }
  if (!atWork && age >= 30 && age < 65 && random.chance(0.015)) {
    return [{ kind: '失能年金', monthly: Math.max(4_000, Math.round(average * years * 0.0155)) }];
  }
  if (age >= 45 && random.chance(person.sex === 'woman' ? 0.03 : 0.008)) {
    return [{ kind: '遺屬年金', monthly: Math.max(3_000, Math.round((average * years * 0.0155) / 2)) }];
  }
  return [];
}

export function oldAgePension(averageInsuredSalary: number, years: number): number {
  const base = averageInsuredSalary * years;
  return Math.round(Math.max(base * 0.00775 + 3_000, base * 0.0155));
}

/** Born until 46: 60; one year later for each of 47 to 50; from 51 on 65. */
export function pensionAge(birthYear: number): number {
  return Math.min(Math.max(60, 60 + (birthYear - (46 + 1911))), 65);
}

function averageSalary(random: SeededRandom, periods: readonly InsuredPeriod[]): number {
  const last = periods.slice(-5);
  if (last.length === 0) return random.integer(180, 400) * 100;
  return Math.round(last.reduce((sum, { salary }) => sum + salary, 0) / last.length);
}
