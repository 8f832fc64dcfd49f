// The invented people: who they are depends on the seed alone, never on the day, so that a query planned today finds the
// person who was loaded last month. Ages follow an old county's shape, drawn by eye; they are no statistic.
import { seededRandom, weighted, type SeededRandom } from '../seeded-random.ts';
import { dayNumber } from './day-number.ts';
import { inventNationalId, inventResidentNumber, type Sex } from './national-id.ts';
import { inventForeignName, inventName } from './person-name.ts';

export interface DemoPerson {
  readonly nationalId: string;
  readonly name: string;
  readonly sex: Sex;
  /** As a day number. */
  readonly birth: number;
}

export const DEMO_POPULATION = 20_000;
export const DEMO_SEED = 'mingcha-demonstration-1';
const RESIDENT_NUMBER_SHARE = 0.015;
/** The pyramid is that of the end of 115. */
const PYRAMID_YEAR = 2026;

/** Five-year groups of age and their share, per cent; children are no insured persons. */
const pyramid = weighted<number>([
  [15, 5.2], [20, 5.9], [25, 6.9], [30, 7], [35, 7.2], [40, 8.5], [45, 8.6], [50, 7.9], [55, 8.6],
  [60, 9.2], [65, 8.6], [70, 7], [75, 4.2], [80, 2.9], [85, 1.6], [90, 0.6], [95, 0.1],
]); // prettier-ignore

/** In the order of the draw; asking for fewer gives the same first ones. */
export function* inventPersons(seed: string, count: number): Generator<DemoPerson> {
  const random = seededRandom(seed, 'persons');
  const given = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const age = random.pickWeighted(pyramid) + random.integer(0, 4);
    const sex: Sex = random.chance(womenAt(age)) ? 'woman' : 'man';
    const birth = dayNumber(PYRAMID_YEAR - age, 1, 1) + random.integer(0, 364);
    yield { ...inventIdentity(random, given, sex, PYRAMID_YEAR - age), sex, birth };
  }
}

function womenAt(age: number): number {
  if (age < 60) return 0.48;
  return age < 80 ? 0.52 : 0.6;
}

function inventIdentity(random: SeededRandom, given: Set<string>, sex: Sex, birthYear: number): { nationalId: string; name: string } {
  const foreign = random.chance(RESIDENT_NUMBER_SHARE);
  const name = foreign ? inventForeignName(random, sex) : inventName(random, sex, birthYear);
  let nationalId: string;
  do nationalId = foreign ? inventResidentNumber(random, sex) : inventNationalId(random, sex, birthYear);
  while (given.has(nationalId));
  given.add(nationalId);
  return { nationalId, name };
}
