// The invented population of the benchmark: as many people as one likes, their ids spread over all numbers, so that whoever asks about them at
// random does not look like somebody who tries number after number.
/** Shares no factor with a hundred million, so no two people below that share a number; near its golden section, so none are neighbours. */
const STRIDE = 61_803_399;

export function personId(place: number): string {
  return `M${String(100_000_000 + ((place * STRIDE) % 100_000_000))}`;
}

/** Everybody lives in the county; one in eight has a low income. */
export function flagsOf(place: number): number {
  return place % 8 === 0 ? 17 : 1;
}

/** Not of the population. */
export function strangerId(place: number): string {
  return `P${String(200_000_000 + ((place * STRIDE) % 100_000_000))}`;
}

export const claimsAsked = ['county-resident', 'low-income'] as const;

/** The body of one request, alike for every endpoint. */
export function bodyAbout(nationalId: string): string {
  return JSON.stringify({ caseNumber: '社助-115-000123', reason: '低收入戶資格審查', subject: { nationalId }, claims: claimsAsked });
}
