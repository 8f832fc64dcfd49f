// Application forms and their chains of approval: who files, who endorses, who approves, who sets. Nothing takes effect before its last step.
import type { ClauseId } from './clause-id.ts';
import type { RecordClass } from './record-class.ts';
import type { Role } from './role.ts';

/** What the form asks for. */
export const formSubjects = [
  'account',
  'revocation',
  'operations',
  'client-service',
  'data-use',
  'proxy-query',
  'copy',
  'agency',
  'reopening',
] as const;
export type FormSubject = (typeof formSubjects)[number];

export const formRequirements = [
  'purpose',
  'legal-basis',
  'citizen-certificate',
  'entrusting-consent',
  'claims',
  'fixed-address',
  'use-period',
  'evidence-of-improvement',
] as const;
export type FormRequirement = (typeof formRequirements)[number];

export const approvalActs = ['files', 'endorses', 'reviews', 'approves', 'sets'] as const;

/** One step: a role of the regulation or one of its parties, by code. Nobody takes two steps of one application. */
export interface ApprovalStep {
  readonly by: string;
  readonly does: (typeof approvalActs)[number];
}

export interface FormRule {
  readonly code: string;
  readonly clause: ClauseId;
  /** As its users call it: 業務承辦者申請表（附表二） */
  readonly name: string;
  readonly asks: FormSubject;
  /** The role it grants or ends; null where it concerns none. */
  readonly forRole: Role | null;
  readonly requires: readonly FormRequirement[];
  readonly chain: readonly ApprovalStep[];
  readonly keptAs: RecordClass;
}
