// What a verification comes to, before it is written to the wire. An answer holds the receipt of its record, which only the log makes.
import type { ClaimAnswers } from '#domain/verification';
import type { Receipt } from '#server/ledger';
import type { ProblemError } from '#server/platform';

export interface Answered {
  readonly kind: 'answered';
  readonly id: string;
  readonly answers: ClaimAnswers;
  readonly asOf: string;
  readonly receipt: Receipt;
}

export type Outcome = Answered | { readonly kind: 'problem'; readonly problem: ProblemError };

/** The only way out for an answer. */
export function release(answer: Omit<Answered, 'kind' | 'receipt'>, receipt: Receipt): Answered {
  const { id, answers, asOf } = answer;
  return { kind: 'answered', id, answers, asOf, receipt };
}
