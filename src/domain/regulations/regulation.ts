// What a regulation is: one typed data file states its purposes, operations, grounds of refusal, roles, forms, parameters, duties,
// sampling, retention and destruction, each with its clause. The engine knows no city; what is not written down grants nothing.
import type { IsoDate } from '#domain/kernel';
import type { Clause } from './clause.ts';
import type { ClauseId } from './clause-id.ts';
import type { DutyRule, EventRule } from './duty-rule.ts';
import type { FormRule } from './form-rule.ts';
import type { RefusalCode } from './refusal-code.ts';
import type { DestructionRule, RetentionRule } from './retention-rule.ts';
import type { Party, Role, RoleRule } from './role.ts';
import type { Settings } from './settings.ts';
import type { Wording } from './wording.ts';

export interface Regulation {
  /** Also the name of its file in src/regulations. */
  readonly id: string;
  /** Begins every clause id: `NW`. */
  readonly prefix: string;
  readonly title: string;
  /** The document that issued it, as cited. */
  readonly issuedBy: string;
  /** null: not known; counts as in force from the beginning. */
  readonly issuedOn: IsoDate | null;
  /** The first day on which it no longer applies. */
  readonly ceasedOn: IsoDate | null;
  /** The regulation that took its place, where there is one. */
  readonly replacedBy: string | null;
  /** Whose data it governs: the code of a party. */
  readonly provider: string;
  readonly parties: readonly Party[];
  readonly roles: readonly RoleRule[];
  readonly legalBases: readonly LegalBasis[];
  readonly purposes: readonly Purpose[];
  readonly operations: readonly Operation[];
  /** The conditions on a query: the grounds it refuses on, each with the clause it cites; a ground that is not here never refuses. */
  readonly refusals: Readonly<Partial<Record<RefusalCode, ClauseId>>>;
  /** A citizen's signed consent stands in for a purpose's legal basis. */
  readonly consentReplacesBasis: boolean;
  readonly forms: readonly FormRule[];
  readonly settings: Settings;
  /** null: it demands no sample, since every row is compared. */
  readonly sampling: SamplingRule | null;
  /** null: nothing is compared row by row, since a sample is drawn. */
  readonly comparison: ComparisonRule | null;
  readonly duties: readonly DutyRule[];
  readonly onEvents: readonly EventRule[];
  readonly retention: readonly RetentionRule[];
  readonly destruction: readonly DestructionRule[];
  readonly liabilities: readonly LiabilityRule[];
  readonly clauses: readonly Clause[];
}

export interface LegalBasis {
  readonly code: string;
  /** As cited: 社會救助法第44條之3 */
  readonly name: string;
  /** The clause that names it. */
  readonly clause: ClauseId;
}

export interface Purpose {
  readonly code: string;
  readonly name: string;
  readonly clause: ClauseId;
  readonly basis: PurposeBasis;
  /** The fields that the purpose needs, of any operation; no other is ever released for it. */
  readonly needs: readonly string[];
}

/** A purpose stands on law, or on the consent that the citizen signed (then no grant of the purpose is needed). */
export type PurposeBasis = { readonly kind: 'law'; readonly code: string } | { readonly kind: 'consent' };

export interface Operation {
  readonly code: string;
  readonly name: string;
  readonly fields: readonly Field[];
}

/** A field's code belongs to one operation only. */
export interface Field {
  readonly code: string;
  readonly name: string;
}

export interface SamplingRule {
  readonly clause: ClauseId;
  readonly per: 'month' | 'half-year';
  /** Of the closed list's rows, rounded up. */
  readonly ratePercent: number;
  /** At least so many rows, and all of a list that has fewer. */
  readonly minimumRows: number;
  /** The clause by which nobody is audited twice in a row by the same person; null: no such rule. */
  readonly barsPreviousAuditor: ClauseId | null;
}

export interface ComparisonRule {
  readonly clause: ClauseId;
  /** What each row of the log is held against: the register that users keep, or the report they send. */
  readonly against: 'register' | 'usage-report';
}

/** What people are told they answer for, and who has to accept having been told. */
export interface LiabilityRule {
  readonly clause: ClauseId;
  readonly wording: Wording;
  readonly acceptedBy: readonly Role[];
}
