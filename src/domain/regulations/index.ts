export { checkRegulation, contradictionsIn } from './check-regulation.ts';
export { clauseKinds, type Clause, type ClauseAnswer, type ClauseKind } from './clause.ts';
export type { ClauseId } from './clause-id.ts';
export { clauseState, type AnsweringPart, type ClauseState, type ResolvedAnswer } from './clause-state.ts';
export { RegulationContradiction, type Contradiction } from './contradiction.ts';
export { dutyEvents, dutyPeriods, type DutyDue, type DutyEvent, type DutyPeriod, type DutyRule, type EventRule } from './duty-rule.ts';
export { approvalActs, formRequirements, formSubjects, type ApprovalStep, type FormRule } from './form-rule.ts';
export { mayFoundProgramme, type FoundingRefusal } from './found-programme.ts';
export { isInForce } from './in-force.ts';
export { parseRegulation, type MalformedRegulationCode, type ParsedRegulation } from './parse-regulation.ts';
export { isBuilt, programParts, type PartState, type ProgramPart } from './program-part.ts';
export { recordClasses, type RecordClass } from './record-class.ts';
export { indispensableRefusals, refusalCodes, type RefusalCode } from './refusal-code.ts';
export type {
  ComparisonRule,
  Field,
  LegalBasis,
  LiabilityRule,
  Operation,
  Purpose,
  PurposeBasis,
  Regulation,
  SamplingRule,
} from './regulation.ts';
export {
  destroyedThings,
  destructionProofs,
  destructionTimes,
  retentionEvents,
  retentionStarts,
  type DestructionRule,
  type Keep,
  type RetentionEvent,
  type RetentionRule,
  type RetentionStart,
} from './retention-rule.ts';
export { grantRoles, roles, type GrantRole, type Party, type Role, type RoleRule } from './role.ts';
export { characterKinds, type CharacterKind, type OfficeHours, type Setting, type SettingName, type Settings } from './settings.ts';
export {
  strictestSampling,
  strictestSettings,
  type GoverningRegulations,
  type Origin,
  type Strictest,
  type StrictestSampling,
  type StrictestSettings,
} from './strictest.ts';
export type { Source, Wording } from './wording.ts';
