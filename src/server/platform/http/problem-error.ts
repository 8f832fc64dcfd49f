// What a route throws to answer with a problem document (RFC 9457). Services return values; only the wire speaks in problems.
import { problemTable, type Problem, type ProblemCode } from '#contract';

export type FieldProblem = NonNullable<Problem['fields']>[number];

interface Details {
  readonly clause?: string;
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly refusals?: Problem['refusals'];
  readonly receipt?: string;
  readonly retryAfterSeconds?: number;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The document itself. @param reference finds the occurrence in the program's log */
export function problemDocument(code: ProblemCode, reference: string, details: Details = {}): Problem {
  const { status, title, next } = problemTable[code];
  return {
    type: `urn:mingcha:problem:${code}`,
    code,
    title,
    status,
    detail: details.detail ?? next,
    reference,
    ...(details.clause !== undefined && { clause: details.clause }),
    ...(details.fields && { fields: [...details.fields] }),
    ...(details.refusals && { refusals: details.refusals }),
    ...(details.receipt !== undefined && { receipt: details.receipt }),
  };
}
