// What has to be done under a regulation, in words: forms and their approval, duties, keeping, destruction, liability.
import { programParts, type ClauseId, type ProgramPart, type Regulation, type Wording } from '#domain/regulations';
import { actorName } from './actor-name.ts';
import {
  approvalActNames,
  destroyedNames,
  destructionProofNames,
  destructionTimeNames,
  dutyEventNames,
  formRequirementNames,
  formSubjectNames,
  recordClassNames,
} from './names.ts';
import { reasonOf } from './scope-views.ts';
import { deadlineWords, dueWords, keepWords, listed } from './words.ts';

export interface FormView {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly asks: Wording;
  /** Blank: it concerns no role. */
  readonly forRole: Wording;
  readonly requires: Wording;
  readonly chain: readonly { readonly by: Wording; readonly does: Wording }[];
  readonly keptAs: Wording;
}

/** The part of the program that a rule rests on; `byHand`: what people do until it is built. */
export interface PartView {
  readonly name: Wording;
  readonly byHand: Wording | null;
}

export interface DutyView {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  /** 每月，期間結束之次月底前；發生資安事故：當日 */
  readonly due: Wording;
  readonly by: Wording;
  /** Who is told; blank: nobody outside. */
  readonly to: string;
  readonly through: PartView;
  readonly reason: Wording | null;
}

export interface RetentionView {
  readonly recordClass: string;
  readonly clause: ClauseId;
  readonly name: Wording;
  readonly keep: Wording;
  readonly reason: Wording | null;
}

export interface DestructionView {
  readonly code: string;
  readonly clause: ClauseId;
  readonly wording: Wording;
  readonly what: Wording;
  readonly when: Wording;
  readonly proof: Wording;
  readonly through: PartView;
}

export interface LiabilityView {
  readonly clause: ClauseId;
  readonly wording: Wording;
  readonly acceptedBy: Wording;
}

export function formViews(regulation: Regulation): FormView[] {
  return regulation.forms.map(({ code, clause, name, asks, forRole, requires, chain, keptAs }) => ({
    code,
    clause,
    name,
    asks: formSubjectNames[asks],
    forRole: forRole === null ? listed([]) : actorName(regulation, forRole),
    requires: listed(requires.map((requirement) => formRequirementNames[requirement])),
    chain: chain.map(({ by, does }) => ({ by: actorName(regulation, by), does: approvalActNames[does] })),
    keptAs: recordClassNames[keptAs],
  }));
}

export function dutyViews(regulation: Regulation): DutyView[] {
  return regulation.duties.map((duty) => ({
    code: duty.code,
    clause: duty.clause,
    name: duty.name,
    due: dueWords(duty),
    by: actorName(regulation, duty.by),
    to: '',
    through: partView(duty.through),
    reason: reasonOf(duty),
  }));
}

export function eventViews(regulation: Regulation): DutyView[] {
  return regulation.onEvents.map((rule) => {
    const [event, deadline] = [dutyEventNames[rule.on], deadlineWords(rule)];
    return {
      code: rule.code,
      clause: rule.clause,
      name: rule.name,
      due: { zh: `${event.zh}：${deadline.zh}`, en: `${event.en}: ${deadline.en}` },
      by: actorName(regulation, rule.by),
      to: rule.to === null ? '' : actorName(regulation, rule.to).zh,
      through: partView(rule.through),
      reason: null,
    };
  });
}

export function retentionViews({ retention }: Regulation): RetentionView[] {
  return retention.map((rule) => ({
    recordClass: rule.recordClass,
    clause: rule.clause,
    name: recordClassNames[rule.recordClass],
    keep: keepWords(rule.keep),
    reason: reasonOf(rule),
  }));
}

export function destructionViews({ destruction }: Regulation): DestructionView[] {
  return destruction.map(({ code, clause, wording, what, when, proof, through }) => ({
    code,
    clause,
    wording,
    what: destroyedNames[what],
    when: destructionTimeNames[when],
    proof: destructionProofNames[proof],
    through: partView(through),
  }));
}

export function liabilityViews(regulation: Regulation): LiabilityView[] {
  return regulation.liabilities.map(({ clause, wording, acceptedBy }) => ({
    clause,
    wording,
    acceptedBy: listed(acceptedBy.map((role) => actorName(regulation, role))),
  }));
}

function partView(part: ProgramPart): PartView {
  const { name, byHand } = programParts[part];
  return { name, byHand };
}
