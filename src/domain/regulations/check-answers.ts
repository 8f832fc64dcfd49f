// What answers the clauses: every clause is answered as its kinds ask, every answer points to a rule that is there, and every rule is
// named by a clause. A refusal is named by the very clause it cites, since that is the clause a refused person reads.
import type { Clause, ClauseAnswer, ClauseKind } from './clause.ts';
import type { Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';
import { answerKey, rulesOf } from './rules-of.ts';

/** What can answer a clause of each kind. A liability that is told to people answers a clause of kind H too. */
const answersOfKind: Readonly<Record<ClauseKind, readonly ClauseAnswer['by'][]>> = {
  P: ['refusal', 'control', 'setting', 'role', 'form', 'destruction'],
  D: ['control', 'refusal', 'duty'],
  Y: ['duty'],
  R: ['record', 'destruction'],
  F: ['form', 'control'],
  H: ['attestation'],
};

export function* answerContradictions(regulation: Regulation): Generator<Contradiction> {
  const rules = rulesOf(regulation);
  const ruleOf = new Map(rules.map((rule) => [rule.answerKey, rule]));
  const named = new Set<string | null>();
  for (const clause of regulation.clauses) {
    yield* kindFaults(clause, regulation);
    for (const answer of clause.answers) {
      const codes = codesOf(answer);
      if (codes.length === 0) yield { clause: clause.id, what: `an answer by ${answer.by} names nothing` };
      if (answer.by === 'control' || answer.by === 'attestation') continue; // they point to no rule of the regulation
      for (const code of codes) {
        const key = answerKey(answer.by, code);
        const rule = ruleOf.get(key);
        if (rule === undefined) yield { clause: clause.id, what: `it names the ${key}, which is not there` };
        else if (answer.by === 'refusal' && rule.clause !== clause.id)
          yield { clause: clause.id, what: `it names ${rule.what}, which cites ${rule.clause}` };
        else named.add(key);
      }
    }
  }
  for (const { clause, what, answerKey: key, mustBeNamed } of rules)
    if (mustBeNamed && !named.has(key)) yield { clause, what: `no clause names ${what} as an answer` };
}

function* kindFaults({ id, kinds, answers }: Clause, { liabilities }: Regulation): Generator<Contradiction> {
  if (answers.length === 0) yield { clause: id, what: 'nothing answers it' };
  else
    for (const kind of kinds) {
      const isAnswered = answers.some(({ by }) => answersOfKind[kind].includes(by));
      const isTold = kind === 'H' && liabilities.some(({ clause }) => clause === id);
      if (!isAnswered && !isTold) yield { clause: id, what: `nothing answers it as ${kind}: ${answersOfKind[kind].join(', ')}` };
    }
}

function codesOf(answer: ClauseAnswer): readonly string[] {
  switch (answer.by) {
    case 'control':
      return answer.parts;
    case 'setting':
      return answer.names;
    case 'role':
      return answer.roles;
    case 'record':
      return answer.classes;
    case 'attestation':
      return [answer.who];
    default:
      return answer.codes;
  }
}
