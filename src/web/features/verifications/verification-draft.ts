// What has been filled in so far of a verification by hand. What is compared is sent only where its claim is asked (NV-3.10).
import type { VerificationByHandBody } from '#contract';
import { isoDate } from '#domain/kernel';
import { claims, isClaim, type Claim } from '#domain/verification';
import type { DayValue } from '../../ui/index.ts';

export interface VerificationDraft {
  readonly caseNumber: string;
  readonly reason: string;
  readonly subject: string;
  readonly claims: readonly Claim[];
  readonly name: string;
  readonly birthDate: DayValue;
}

export type DraftPart = keyof VerificationDraft;

export const emptyDraft: VerificationDraft = { caseNumber: '', reason: '', subject: '', claims: [], name: '', birthDate: null };

/** In the order of the claims, whatever the order of ticking. */
export function chooseClaims(draft: VerificationDraft, chosen: readonly string[]): VerificationDraft {
  return { ...draft, claims: claims.filter((claim) => chosen.includes(claim)) };
}

/** Typing what is to be compared asks its claim; emptying the field asks it no more. */
export function writeName(draft: VerificationDraft, name: string): VerificationDraft {
  return { ...asking(draft, 'name-matches', name.trim() !== ''), name };
}

export function writeBirthDate(draft: VerificationDraft, birthDate: DayValue): VerificationDraft {
  return { ...asking(draft, 'birth-date-matches', birthDate !== null), birthDate };
}

/** What must be there for a request to exist at all. Case number and reason are the regulation's to judge: without them it is refused, and recorded. */
export function missingParts(draft: VerificationDraft): DraftPart[] {
  const missing: [DraftPart, boolean][] = [
    ['subject', draft.subject.trim() === ''],
    ['claims', draft.claims.length === 0],
    ['name', draft.claims.includes('name-matches') && draft.name.trim() === ''],
    ['birthDate', draft.claims.includes('birth-date-matches') && (draft.birthDate === null || draft.birthDate === 'unusable')],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([part]) => part);
}

export function toBody(draft: VerificationDraft, requestId: string): VerificationByHandBody {
  const { caseNumber, reason, subject, name, birthDate } = draft;
  const asks = (claim: Claim) => draft.claims.includes(claim);
  return {
    requestId,
    caseNumber: caseNumber.trim(),
    reason: reason.trim(),
    subject: {
      nationalId: subject.trim(),
      ...(asks('name-matches') && { name: name.trim() }),
      ...(asks('birth-date-matches') && birthDate !== null && birthDate !== 'unusable' && { birthDate: isoDate(birthDate) }),
    },
    claims: [...draft.claims],
  };
}

/** Where the server names a field, the part of the form that holds it. */
export const fieldOf: Readonly<Record<DraftPart, string>> = {
  caseNumber: 'caseNumber',
  reason: 'reason',
  subject: 'subject.nationalId',
  claims: 'claims',
  name: 'subject.name',
  birthDate: 'subject.birthDate',
};

const partOfRefusal: Readonly<Record<string, DraftPart>> = {
  'case-number-missing': 'caseNumber',
  'reason-missing': 'reason',
  'field-not-needed': 'claims',
};

/** Refusals that a change of one field can answer, by field. */
export function refusalsByPart(
  refusals: readonly { readonly code: string; readonly message: string }[],
): Partial<Record<DraftPart, string>> {
  const pairs = refusals.map(({ code, message }) => [partOfRefusal[code], message] as const);
  return Object.fromEntries(pairs.filter(([part]) => part !== undefined));
}

/** The answers in the order of the claims. */
export function answersOf(answers: Readonly<Partial<Record<string, boolean>>>): { claim: Claim; holds: boolean }[] {
  return claims
    .filter((claim) => isClaim(claim) && answers[claim] !== undefined)
    .map((claim) => ({ claim, holds: answers[claim] === true }));
}

function asking(draft: VerificationDraft, claim: Claim, isAsked: boolean): VerificationDraft {
  if (isAsked === draft.claims.includes(claim)) return draft;
  return chooseClaims(draft, isAsked ? [...draft.claims, claim] : draft.claims.filter((each) => each !== claim));
}
