// What a regulation is: one typed data file states its purposes, operations, grounds of refusal, roles, parameters, sampling, duties
// and retention, each with its clause. The engine knows no city; a regulation that is not written down grants nothing.
import type { Clause, ClauseId } from './clause.ts';
import type { DutyRule } from './duty-rule.ts';
import type { IsoDate } from './iso-date.ts';
import type { RefusalCode } from './refusal-code.ts';

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
  /** Whose data it governs. */
  readonly provider: string;
  readonly legalBases: readonly LegalBasis[];
  readonly purposes: readonly Purpose[];
  readonly operations: readonly Operation[];
  /** The grounds it refuses on, each with the clause it cites; a ground that is not here never refuses. */
  readonly refusals: Readonly<Partial<Record<RefusalCode, ClauseId>>>;
  /** A citizen's signed consent stands in for a purpose's legal basis. */
  readonly consentReplacesBasis: boolean;
  readonly roles: readonly RoleRule[];
  readonly settings: Settings;
  /** null: it demands no sample, since every row is compared. */
  readonly sampling: SamplingRule | null;
  /** The clause by which every query is compared with its register or report; null where a sample is drawn. */
  readonly comparesEveryRow: ClauseId | null;
  readonly duties: readonly DutyRule[];
  readonly retention: readonly RetentionRule[];
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

/** The roles that a grant to query can give. */
export type GrantRole = 'user' | 'unit-manager' | 'chief-manager' | 'project-officer' | 'responsible-person' | 'client-service';
export type Role = GrantRole | 'agency-manager' | 'auditor';

export interface RoleRule {
  readonly role: Role;
  readonly name: string;
  readonly clause: ClauseId;
}

/** A parameter. `default`: the text leaves it open, the value is ours and the office may set another. */
export interface Setting<T> {
  readonly value: T;
  readonly source: 'text' | 'default';
  readonly clause: ClauseId;
}

export interface Settings {
  readonly passwordMaximumAgeMonths: Setting<number>;
  readonly passwordMinimumAgeDays: Setting<number>;
  /** null: the regulation knows no office hours. */
  readonly officeHours: Setting<OfficeHours> | null;
}

/** Half-open, Asia/Taipei, on working days. */
export interface OfficeHours {
  /** Minutes after midnight: 480 is 08:00. */
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface SamplingRule {
  readonly clause: ClauseId;
  readonly per: 'month' | 'half-year';
  /** Of the closed list's rows, rounded up. */
  readonly ratePercent: number;
  /** At least so many rows, and all of a list that has fewer. */
  readonly minimumRows: number;
  /** Nobody is audited twice in a row by the same person. */
  readonly barsPreviousAuditor: boolean;
}

export type RecordClass =
  | 'application-form'
  | 'account-review'
  | 'query-log'
  | 'data-access-log'
  | 'processing-record'
  | 'security-audit'
  | 'audit-result'
  | 'provider-audit'
  | 'vendor-audit';

export interface RetentionRule {
  readonly recordClass: RecordClass;
  readonly atLeastYears: number;
  readonly clause: ClauseId;
}
