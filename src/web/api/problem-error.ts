// What a call throws when there is no answer: the wire's problem document, or one of two of our own that happen before any document comes.
import type { Problem, ProblemCode } from '#contract';

/** `unreachable`: nobody knows whether the request arrived. `unreadable`: something answered that is not our server. */
export type ClientProblemCode = ProblemCode | 'unreachable' | 'unreadable';

export type ClientProblem = Omit<Problem, 'code' | 'type' | 'title' | 'detail'> & {
  readonly code: ClientProblemCode;
  readonly title?: string;
  readonly detail?: string;
};

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ClientProblem;

  constructor(problem: ClientProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function localProblem(code: 'unreachable' | 'unreadable', status = 0): ProblemError {
  return new ProblemError({ code, status, reference: '' });
}

/** A document is taken for a problem only if it looks like ours; a proxy's error page is `unreadable`. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' && 'reference' in value;
}
