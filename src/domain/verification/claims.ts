// What may be asked of a person (NV-2.4): seven claims, each answered yes or no and nothing more. Five are flags kept with the person, two
// are comparisons with what the asker already knows. A person who is not in the data takes the same path as one whose answer is no (NV-3.10).

export const claims = [
  'county-resident',
  'indigenous',
  'elderly-living-alone',
  'disability',
  'low-income',
  'name-matches',
  'birth-date-matches',
] as const;
export type Claim = (typeof claims)[number];

/** The bit of each flag in what is stored. Stable: a stored snapshot is read by these for as long as it serves. */
export const flagBits = {
  'county-resident': 1,
  indigenous: 2,
  'elderly-living-alone': 4,
  disability: 8,
  'low-income': 16,
} as const satisfies Partial<Record<Claim, number>>;
export type FlagClaim = keyof typeof flagBits;

/** The lists of business units; each gives one flag. The household file gives the other two. */
export const statusKinds = ['elderly-living-alone', 'disability', 'low-income'] as const satisfies readonly FlagClaim[];
export type StatusKind = (typeof statusKinds)[number];

/** What is known of one person, compared with what the asker gave: `false` where they gave nothing. */
export interface PersonFacts {
  readonly flags: number;
  readonly nameMatches: boolean;
  readonly birthDateMatches: boolean;
}

/** Exactly the claims asked. */
export type ClaimAnswers = Readonly<Partial<Record<Claim, boolean>>>;

const known = new Set<string>(claims);

export function isClaim(text: string): text is Claim {
  return known.has(text);
}

/** @param found undefined: nobody of that id is in the data */
export function answerClaims(asked: readonly Claim[], found: PersonFacts | undefined): ClaimAnswers {
  const facts = found ?? nobody;
  const answers: Partial<Record<Claim, boolean>> = {};
  for (const claim of asked) answers[claim] = answer(claim, facts);
  return answers;
}

const nobody: PersonFacts = { flags: 0, nameMatches: false, birthDateMatches: false };

function answer(claim: Claim, { flags, nameMatches, birthDateMatches }: PersonFacts): boolean {
  if (claim === 'name-matches') return nameMatches;
  if (claim === 'birth-date-matches') return birthDateMatches;
  return (flags & flagBits[claim]) !== 0;
}
