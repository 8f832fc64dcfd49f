// Reads a regulation's rules from JSON: its duties, forms, parameters, retention and destruction.
import { count, keyed, listOf, oneOf, orNull, text, type Reader } from '#domain/kernel';
import { dutyEvents, dutyPeriods, type DutyRule, type EventRule } from './duty-rule.ts';
import { approvalActs, formRequirements, formSubjects, type FormRule } from './form-rule.ts';
import { clauseId, programPart, recordClass, role, sourced, variants, wording } from './parse-regulation-words.ts';
import {
  destroyedThings,
  destructionProofs,
  destructionTimes,
  retentionEvents,
  retentionStarts,
  type DestructionRule,
  type RetentionRule,
} from './retention-rule.ts';
import { characterKinds, type Settings } from './settings.ts';

export const dutyRule: Reader<DutyRule> = sourced({
  code: text,
  clause: clauseId,
  name: text,
  per: oneOf(...dutyPeriods),
  due: variants('kind', {
    within: {},
    'month-after': {},
    'day-of-month-after': { day: count },
    'days-after': { days: count },
    'day-of-year-after': { month: count, day: count },
  }),
  by: role,
  through: programPart,
});

export const eventRule: Reader<EventRule> = keyed({
  code: text,
  clause: clauseId,
  name: text,
  on: oneOf(...dutyEvents),
  withinDays: orNull(count),
  by: role,
  to: orNull(text),
  through: programPart,
});

export const formRule: Reader<FormRule> = keyed({
  code: text,
  clause: clauseId,
  name: text,
  asks: oneOf(...formSubjects),
  forRole: orNull(role),
  requires: listOf(oneOf(...formRequirements)),
  chain: listOf(keyed({ by: text, does: oneOf(...approvalActs) })),
  keptAs: recordClass,
});

const number = sourced({ value: count, clause: clauseId });

export const settings: Reader<Settings> = keyed({
  passwordMaximumAgeMonths: number,
  passwordMinimumAgeDays: number,
  passwordMinimumLength: number,
  passwordCharacterKinds: sourced({ value: listOf(oneOf(...characterKinds)), clause: clauseId }),
  passwordsRemembered: number,
  idleTimeoutMinutes: number,
  officeHours: orNull(sourced({ value: keyed({ fromMinute: count, untilMinute: count }), clause: clauseId })),
});

export const retentionRule: Reader<RetentionRule> = sourced({
  recordClass,
  clause: clauseId,
  keep: variants('kind', {
    years: { atLeast: count, from: oneOf(...retentionStarts) },
    until: { event: oneOf(...retentionEvents) },
  }),
});

export const destructionRule: Reader<DestructionRule> = keyed({
  code: text,
  clause: clauseId,
  wording,
  what: oneOf(...destroyedThings),
  when: oneOf(...destructionTimes),
  proof: oneOf(...destructionProofs),
  through: programPart,
});
