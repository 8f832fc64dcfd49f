// A regulation's clauses, as a catalogue: what each asks, in our own words, and what in the program answers it.
// Screens, refusals, records and reports print the clause from here, so the catalogue is part of the product.
import type { ClauseId } from './clause-id.ts';
import type { ProgramPart } from './program-part.ts';
import type { RecordClass } from './record-class.ts';
import type { RefusalCode } from './refusal-code.ts';
import type { Role } from './role.ts';
import type { SettingName } from './settings.ts';
import type { Wording } from './wording.ts';

/**
 * P prevents: the program refuses. D detects: it finds and opens a finding. Y: a periodic duty. R: a record kept and then destroyed.
 * F: a form, list or report. H: done by people, attested in the program.
 */
export const clauseKinds = ['P', 'D', 'Y', 'R', 'F', 'H'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** How a clause is answered: by a rule that stands in the same regulation, a control of the program, or a person who attests it. */
export type ClauseAnswer =
  | { readonly by: 'refusal'; readonly codes: readonly RefusalCode[] }
  | { readonly by: 'control'; readonly parts: readonly ProgramPart[] }
  | { readonly by: 'setting'; readonly names: readonly SettingName[] }
  | { readonly by: 'role'; readonly roles: readonly Role[] }
  /** Of `duties` or `onEvents`. */
  | { readonly by: 'duty'; readonly codes: readonly string[] }
  | { readonly by: 'form'; readonly codes: readonly string[] }
  /** Of `retention`. */
  | { readonly by: 'record'; readonly classes: readonly RecordClass[] }
  | { readonly by: 'destruction'; readonly codes: readonly string[] }
  /** What nobody but a person can see to: who attests it, and what. */
  | { readonly by: 'attestation'; readonly who: Role; readonly what: Wording };

export interface Clause {
  readonly id: ClauseId;
  readonly kinds: readonly ClauseKind[];
  readonly wording: Wording;
  readonly answers: readonly ClauseAnswer[];
}
