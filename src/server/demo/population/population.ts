// Everything the provider's stand-in knows, person by person. Same seed and day, same bytes.
import { seededRandom } from '../seeded-random.ts';
import { inventBenefits, type BenefitPayment } from './benefits.ts';
import { parseDay } from './day-number.ts';
import { inventEmployers } from './employers.ts';
import { inventHistory, type InsuredPeriod } from './insured-history.ts';
import { inventPensions, type Pension } from './pensions.ts';
import { inventPersons, type DemoPerson } from './persons.ts';

export interface InsuredPerson {
  readonly person: DemoPerson;
  readonly periods: readonly InsuredPeriod[];
  readonly benefits: readonly BenefitPayment[];
  readonly pensions: readonly Pension[];
}

/** @param today `2026-11-22`: lives are told up to this day */
export function* inventPopulation(seed: string, count: number, today: string): Generator<InsuredPerson> {
  const day = parseDay(today);
  const employers = inventEmployers(seededRandom(seed, 'employers'));
  for (const person of inventPersons(seed, count)) {
    // A stream of their own: what happens in one life changes no other.
    const random = seededRandom(seed, person.nationalId);
    const periods = inventHistory(random, person, employers, day);
    const benefits = inventBenefits(random, person, periods, day);
    yield { person, periods, benefits, pensions: inventPensions(random, person, periods, day) };
  }
}
