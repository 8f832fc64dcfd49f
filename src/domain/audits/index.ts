export {
  assignAuditors,
  type Assignment,
  type Assignments,
  type AssignmentInput,
  type Auditor,
  type PreviousPair,
  type SampledRow,
  type Unassigned,
} from './assign-auditors.ts';
export { auditorsMayNotQuery } from './auditors-may-not-query.ts';
export { compareIds } from './compare-ids.ts';
export { drawSample, type Draw, type HmacSha256 } from './draw-sample.ts';
export { requiredSample } from './required-sample.ts';
export { unassignedText, type UnassignedReason } from './unassigned-reason.ts';
