// Invented names of people of every generation: Han names mostly, names of indigenous peoples for about one in a hundred,
// and now and then a character that is hard to print, because offices meet all of them.
import { weighted, type SeededRandom } from '../seeded-random.ts';
import { foreignNames, generations, indigenousGiven, indigenousHouse, rareCharacters, surnames, type GivenNames } from './name-tables.ts';
import type { Sex } from './national-id.ts';

const surnameTable = weighted(surnames);
const USUAL_SHARE = 0.5;
const RARE_SHARE = 0.006;
const INDIGENOUS_SHARE = 0.01;

export function inventName(random: SeededRandom, sex: Sex, birthYear: number): string {
  if (random.chance(INDIGENOUS_SHARE)) return indigenousName(random, sex);
  return `${random.pickWeighted(surnameTable)}${givenName(random, sex, birthYear)}`;
}

export function inventForeignName(random: SeededRandom, sex: Sex): string {
  return random.pick(foreignNames[sex]);
}

function givenName(random: SeededRandom, sex: Sex, birthYear: number): string {
  const generation = generations.find(({ until }) => birthYear <= until);
  if (!generation) throw new RangeError('no generation for this year of birth');
  const names: GivenNames = generation[sex];
  if (random.chance(USUAL_SHARE)) return random.pick(names.usual);
  const first = random.pick(Array.from(names.first));
  return `${first}${random.chance(RARE_SHARE / (1 - USUAL_SHARE)) ? random.pick(rareCharacters) : random.pick(Array.from(names.second))}`;
}

/** Registered in Han characters, `巴奈·達努姆`, or since 113 in Latin letters alone, `Panai Danum`. */
function indigenousName(random: SeededRandom, sex: Sex): string {
  const [given, givenLatin] = random.pick(indigenousGiven[sex]);
  const [house, houseLatin] = random.pick(indigenousHouse);
  return random.chance(0.5) ? `${given}·${house}` : `${givenLatin} ${houseLatin}`;
}
