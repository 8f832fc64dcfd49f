// An outcome as the wire has it. Written by hand: an answer has four members, and a serialiser would cost as much as the verification's own
// hashing. A "yes" is written as long as a "no" (a space follows it), so that the length of an encrypted answer tells nobody which it was.
import type { ClaimAnswers } from '#domain/verification';
import { problemDocument } from '#server/platform';
import type { Outcome } from './outcome.ts';

/** JSON in one line. @param reference of the request: it stands in a problem document */
export function outcomeText(outcome: Outcome, reference: string): string {
  if (outcome.kind === 'problem') return JSON.stringify(problemDocument(outcome.problem.code, reference, outcome.problem.details));
  const { id, answers, asOf, receipt } = outcome;
  // Ids, claims, days and receipts hold no character that JSON escapes.
  return `{"id":"${id}","answers":${answersText(answers)},"asOf":"${asOf}","receipt":"${receipt.promise}"}`;
}

function answersText(answers: ClaimAnswers): string {
  let text = '';
  for (const [claim, answer] of Object.entries(answers)) text += `${text === '' ? '{' : ','}"${claim}":${answer ? 'true ' : 'false'}`;
  return text === '' ? '{}' : `${text}}`;
}
