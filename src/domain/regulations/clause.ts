// A regulation's clauses, as a catalogue: what each asks, in our own words, and what in the program answers it.
// Screens, refusals, records and reports print the clause from here, so the catalogue is part of the product.
import type { RefusalCode } from './refusal-code.ts';

/** `NW-4.1.1`: the regulation's prefix and the clause's own number, 四(一)1. */
export type ClauseId = `${string}-${string}`;

/**
 * P prevents: the program refuses. D detects: it finds and opens a finding. Y: a periodic duty. R: a record kept and then destroyed.
 * F: a form, list or report. H: done by people, attested in the program.
 */
export type ClauseKind = 'P' | 'D' | 'Y' | 'R' | 'F' | 'H';

/** The parts of the program that a clause can rest on. */
export type ProgramPart =
  | 'grants' // who may do what, from when until when, recorded in the log
  | 'one-chief-manager' // the database admits one at a time
  | 'query-form' // only needed fields can be asked for
  | 'result-view' // answers masked first, watermarked, never cached
  | 'password-policy'
  | 'one-session' // a sign-in elsewhere ends the other
  | 'idle-logout'
  | 'query-log' // intent before the answer, outcome after it, sealed
  | 'read-log' // who reads records is recorded
  | 'query-list' // the month's list, PDF and ODS
  | 'audit-sample'
  | 'audit-result'; // marks and signed results

/** How a clause is answered. `not-yet` says plainly which part of it the program doesn't answer so far. */
export type ClauseAnswer =
  | { readonly by: 'refusal'; readonly codes: readonly RefusalCode[] }
  | { readonly by: 'part'; readonly parts: readonly ProgramPart[] }
  | { readonly by: 'not-yet'; readonly missing: string };

export interface Clause {
  readonly id: ClauseId;
  readonly kinds: readonly ClauseKind[];
  /** Short, in our own words: traditional Chinese for users, English for engineers. */
  readonly wording: { readonly zh: string; readonly en: string };
  readonly answers: readonly ClauseAnswer[];
}
