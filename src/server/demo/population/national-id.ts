// Invented identity numbers whose check digit is right: national ids by where and when somebody was registered at birth,
// and resident numbers in the form of 110-01-02 (second character 8 for men, 9 for women) for a few.
import { weighted, type SeededRandom, type Weighted } from '../seeded-random.ts';

export type Sex = 'man' | 'woman';

/** Each letter's two-digit code, 10 and up in this order. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Births registered in 南投 (M) and its neighbours 臺中 (B, formerly L), 彰化 (N), 雲林 (P), 嘉義 (Q), 花蓮 (U), 高雄 (E, formerly S), and elsewhere. */
const registered: readonly (readonly [string, number])[] = [
  ['M', 62], ['N', 9], ['B', 7], ['L', 7], ['P', 4], ['Q', 1.5], ['A', 2], ['F', 2], ['H', 1.2], ['D', 0.7], ['R', 0.6], ['E', 0.8], ['S', 0.5],
  ['U', 0.8], ['K', 0.6], ['J', 0.5], ['G', 0.4], ['T', 0.4], ['V', 0.3], ['C', 0.2], ['I', 0.2], ['O', 0.2], ['X', 0.1],
]; // prettier-ignore
/** The letters of the counties that became part of a city on 99-12-25 are no longer given out. */
const merged: Readonly<Record<string, string>> = { L: 'B', R: 'D', S: 'E', Y: 'A' };
const MERGER_YEAR = 2011;

const before: Weighted<string> = weighted(registered);
const since: Weighted<string> = weighted(registered.map(([letter, weight]) => [merged[letter] ?? letter, weight] as const));

export function inventNationalId(random: SeededRandom, sex: Sex, birthYear: number): string {
  const letter = random.pickWeighted(birthYear < MERGER_YEAR ? before : since);
  // The third character is 0 to 5 for those registered at birth.
  return withCheckDigit(`${letter}${sex === 'man' ? 1 : 2}${random.integer(0, 5)}${sixDigits(random)}`);
}

/** Third character 0 to 6: foreigners and stateless persons. */
export function inventResidentNumber(random: SeededRandom, sex: Sex): string {
  return withCheckDigit(`${random.pick(['M', 'M', 'B', 'N'])}${sex === 'man' ? 8 : 9}${random.integer(0, 6)}${sixDigits(random)}`);
}

function sixDigits(random: SeededRandom): string {
  return String(random.integer(0, 999_999)).padStart(6, '0');
}

/** Code of the letter and digits weighted 1, 9, 8 … 1; the check digit brings the sum to a multiple of ten. */
function withCheckDigit(nine: string): string {
  const digits = `${letters.indexOf(nine.charAt(0)) + 10}${nine.slice(1)}`;
  let sum = 0;
  for (const [place, weight] of weights.entries()) sum += Number(digits.charAt(place)) * weight;
  return `${nine}${(10 - (sum % 10)) % 10}`;
}
