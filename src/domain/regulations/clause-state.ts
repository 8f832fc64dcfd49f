// How far the program answers a clause: each thing that answers it, the parts of the program that this rests on, and what people do by
// hand until they are built. Derived from program-part.ts alone, so that no page says more than the program does.
import type { Clause, ClauseAnswer } from './clause.ts';
import { isBuilt, programParts, type ProgramPart } from './program-part.ts';
import type { RecordClass } from './record-class.ts';
import type { Regulation } from './regulation.ts';
import type { Role } from './role.ts';
import type { SettingName } from './settings.ts';
import type { Wording } from './wording.ts';

export interface ClauseState {
  /** `works`: every part is built. `by-hand`: none that does anything is. */
  readonly state: 'works' | 'partly' | 'by-hand';
  readonly answers: readonly ResolvedAnswer[];
  /** What people do meanwhile, each said once. */
  readonly byHand: readonly Wording[];
}

/** One thing that answers. `code` is that of the refusal, duty, form, part …; of an attestation, the role that attests. */
export interface ResolvedAnswer {
  readonly by: ClauseAnswer['by'];
  readonly code: string;
  readonly parts: readonly AnsweringPart[];
}

export interface AnsweringPart {
  readonly part: ProgramPart;
  readonly name: Wording;
  readonly built: boolean;
}

export function clauseState(regulation: Regulation, clause: Clause): ClauseState {
  const answers = clause.answers.flatMap((answer) => resolve(answer, regulation));
  const parts = new Set(answers.flatMap((answer) => answer.parts.map(({ part }) => part)));
  const byHand = [...parts].flatMap((part) => programParts[part].byHand ?? []);
  return { state: stateOf([...parts]), answers, byHand };
}

/** They work out a day and nothing else: a clause that has only them is done by people. */
const calendars: ReadonlySet<ProgramPart> = new Set(['duty-calendar', 'retention-calendar']);

function stateOf(parts: readonly ProgramPart[]): ClauseState['state'] {
  if (parts.every(isBuilt) && parts.length > 0) return 'works';
  return parts.some((part) => isBuilt(part) && !calendars.has(part)) ? 'partly' : 'by-hand';
}

function resolve(answer: ClauseAnswer, regulation: Regulation): readonly ResolvedAnswer[] {
  const each = <Code extends string>(codes: readonly Code[], partsOf: (code: Code) => readonly ProgramPart[]): readonly ResolvedAnswer[] =>
    codes.map((code) => ({ by: answer.by, code, parts: [...new Set(partsOf(code))].map(described) }));
  switch (answer.by) {
    case 'refusal':
      return each(answer.codes, () => ['query-decision']);
    case 'control':
      return each(answer.parts, (part) => [part]);
    case 'setting':
      return each(answer.names, (name) => [settingParts[name]]);
    case 'role':
      return each(answer.roles, (role) => [roleParts[role]]);
    case 'duty':
      return each(answer.codes, (code) => dutyParts(code, regulation));
    case 'form':
      return each(answer.codes, (code) => [formPart(code, regulation)]);
    case 'record':
      return each(answer.classes, (recordClass) => [recordParts[recordClass], 'retention-calendar', 'destruction']);
    case 'destruction':
      return each(answer.codes, (code) => regulation.destruction.filter((rule) => rule.code === code).map(({ through }) => through));
    case 'attestation':
      return each([answer.who], () => ['attestations']);
  }
}

/** The days of a duty that starts with an event are no matter of the calendar. */
function dutyParts(code: string, { duties, onEvents }: Regulation): readonly ProgramPart[] {
  const named = (rule: { readonly code: string }) => rule.code === code;
  const periodic = duties.filter(named).flatMap(({ through }): readonly ProgramPart[] => ['duty-calendar', through]);
  return [...periodic, ...onEvents.filter(named).map(({ through }) => through)];
}

/** Client services have their own way from the form to the setting; other forms go on paper meanwhile. */
function formPart(code: string, { forms }: Regulation): ProgramPart {
  return forms.some((form) => form.code === code && form.asks === 'client-service') ? 'client-services' : 'applications';
}

function described(part: ProgramPart): AnsweringPart {
  return { part, name: programParts[part].name, built: isBuilt(part) };
}

const settingParts: Readonly<Record<SettingName, ProgramPart>> = {
  passwordMaximumAgeMonths: 'query-decision',
  passwordMinimumAgeDays: 'password-policy',
  passwordMinimumLength: 'password-policy',
  passwordCharacterKinds: 'password-policy',
  passwordsRemembered: 'password-policy',
  idleTimeoutMinutes: 'idle-logout',
  officeHours: 'query-decision',
};

/** Where the program knows somebody of that role; grants are of those who query, their managers and auditors. */
const roleParts: Readonly<Record<Role, ProgramPart>> = {
  user: 'grants',
  'unit-manager': 'grants',
  'chief-manager': 'grants',
  auditor: 'grants',
  'project-officer': 'verification-service',
  'responsible-person': 'verification-service',
  'client-service': 'client-services',
  'agency-manager': 'applications',
  supervisor: 'applications',
  'agency-head': 'applications',
  'security-officer': 'attestations',
};

/** What makes or keeps the record; its period and its end rest on the retention calendar and on destruction. */
const recordParts: Readonly<Record<RecordClass, ProgramPart>> = {
  'application-form': 'applications',
  'account-review': 'account-review',
  'query-log': 'query-log',
  'data-access-log': 'household-import',
  'query-register': 'register-comparison',
  'query-result': 'custody',
  'attached-result': 'custody',
  'raw-import': 'household-import',
  'processing-record': 'destruction',
  'handover-record': 'handover',
  'operation-review': 'operation-review',
  'training-record': 'training',
  'security-audit': 'security-audits',
  'audit-result': 'audit-result',
  'provider-audit': 'provider-audit',
  'vendor-audit': 'security-audits',
  'incident-record': 'incidents',
  'liability-notice': 'liability-notice',
};
