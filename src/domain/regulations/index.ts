export { checkRegulation, contradictionsIn, RegulationContradiction, type Contradiction } from './check-regulation.ts';
export type { Clause, ClauseAnswer, ClauseId, ClauseKind, ProgramPart } from './clause.ts';
export type { DutyDue, DutyRule } from './duty-rule.ts';
export { addMonths, isoDateOf, parseIsoDate, type IsoDate } from './iso-date.ts';
export { indispensableRefusals, refusalCodes, type RefusalCode } from './refusal-code.ts';
export type {
  Field,
  GrantRole,
  LegalBasis,
  OfficeHours,
  Operation,
  Purpose,
  PurposeBasis,
  RecordClass,
  Regulation,
  RetentionRule,
  Role,
  RoleRule,
  SamplingRule,
  Setting,
  Settings,
} from './regulation.ts';
