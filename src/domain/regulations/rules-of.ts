// Every rule of a regulation with the clause it stands on, and how a clause names it as an answer: what the checks of the catalogue go by.
import type { ClauseAnswer } from './clause.ts';
import type { ClauseId } from './clause-id.ts';
import type { RefusalCode } from './refusal-code.ts';
import type { Regulation } from './regulation.ts';

export interface CitingRule {
  readonly clause: ClauseId;
  /** As a sentence about it begins: `the duty monthly-query-list`. */
  readonly what: string;
  /** What an answer names it by; null: no clause names it, it only cites its own. */
  readonly answerKey: string | null;
  readonly mustBeNamed: boolean;
}

export function answerKey(by: ClauseAnswer['by'], code: string): string {
  return `${by} ${code}`;
}

export function rulesOf(regulation: Regulation): readonly CitingRule[] {
  return [...answeringRules(regulation), ...otherRules(regulation)];
}

function answeringRules(regulation: Regulation): readonly CitingRule[] {
  const rule = (by: ClauseAnswer['by'], code: string, clause: ClauseId, mustBeNamed = true): CitingRule => ({
    clause,
    what: `the ${by} ${code}`,
    answerKey: answerKey(by, code),
    mustBeNamed,
  });
  const { settings, roles, retention, destruction, forms, duties, onEvents } = regulation;
  return [
    ...refusalsOf(regulation).map(([code, clause]) => rule('refusal', code, clause)),
    // A default stands where the text is silent: no clause needs to say so.
    ...Object.entries(settings).flatMap(([name, setting]) =>
      setting ? rule('setting', name, setting.clause, setting.source === 'text') : [],
    ),
    ...roles.map(({ role, clause }) => rule('role', role, clause)),
    ...[...duties, ...onEvents].map(({ code, clause }) => rule('duty', code, clause)),
    ...forms.map(({ code, clause }) => rule('form', code, clause)),
    ...retention.map(({ recordClass, clause }) => rule('record', recordClass, clause)),
    ...destruction.map(({ code, clause }) => rule('destruction', code, clause)),
  ];
}

function otherRules({ legalBases, purposes, parties, liabilities, sampling, comparison }: Regulation): readonly CitingRule[] {
  const rule = (what: string, clause: ClauseId): CitingRule => ({ clause, what, answerKey: null, mustBeNamed: false });
  return [
    ...legalBases.map(({ code, clause }) => rule(`the legal basis ${code}`, clause)),
    ...purposes.map(({ code, clause }) => rule(`the purpose ${code}`, clause)),
    ...parties.map(({ code, clause }) => rule(`the party ${code}`, clause)),
    ...liabilities.map(({ clause }) => rule('a liability', clause)),
    ...(sampling ? [rule('the sampling rule', sampling.clause)] : []),
    ...(sampling?.barsPreviousAuditor ? [rule('the bar of the previous auditor', sampling.barsPreviousAuditor)] : []),
    ...(comparison ? [rule('the comparison of every row', comparison.clause)] : []),
  ];
}

function refusalsOf({ refusals }: Regulation): readonly (readonly [RefusalCode, ClauseId])[] {
  return Object.entries(refusals) as [RefusalCode, ClauseId][]; // the keys of the type, and values that are there
}
