// Checks a regulation against itself before anything is decided by it. A file that contradicts itself must not load:
// a purpose without a basis, a refusal on a clause that nobody wrote down or a rate of 0 would open or close doors unseen.
import { parseIsoDate } from '#domain/kernel';
import { answerContradictions } from './check-answers.ts';
import { clauseContradictions } from './check-clauses.ts';
import { dutyContradictions } from './check-duties.ts';
import { formContradictions } from './check-forms.ts';
import { parameterContradictions } from './check-parameters.ts';
import { peopleContradictions } from './check-people.ts';
import { recordContradictions } from './check-records.ts';
import { scopeContradictions } from './check-scope.ts';
import { wordingContradictions } from './check-wordings.ts';
import { RegulationContradiction, type Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';

/** Throws RegulationContradiction, which names the file and every clause concerned. */
export function checkRegulation(regulation: Regulation): void {
  const found = contradictionsIn(regulation);
  if (found.length > 0) throw new RegulationContradiction(`src/regulations/${regulation.id}.ts`, found);
}

const checks: readonly ((regulation: Regulation) => Iterable<Contradiction>)[] = [
  identityContradictions,
  scopeContradictions,
  peopleContradictions,
  parameterContradictions,
  dutyContradictions,
  formContradictions,
  recordContradictions,
  clauseContradictions,
  answerContradictions,
  wordingContradictions,
];

export function contradictionsIn(regulation: Regulation): readonly Contradiction[] {
  return checks.flatMap((check) => [...check(regulation)]);
}

function* identityContradictions({ id, prefix, issuedOn, ceasedOn, replacedBy }: Regulation): Generator<Contradiction> {
  for (const name of new Set([id, replacedBy ?? id]))
    if (!/^[a-z]+(-[a-z]+)*$/.test(name)) yield { clause: prefix, what: `the id ${name} is no file name` };
  if (!/^[A-Z]+$/.test(prefix)) yield { clause: prefix, what: 'the prefix is not of capital letters' };
  for (const date of [issuedOn, ceasedOn])
    if (date !== null && parseIsoDate(date) === undefined) yield { clause: prefix, what: `${date} is no day` };
  if (issuedOn !== null && ceasedOn !== null && ceasedOn <= issuedOn) yield { clause: prefix, what: 'it ceased before it was issued' };
  if (replacedBy === id) yield { clause: prefix, what: 'it is replaced by itself' };
  if (replacedBy !== null && ceasedOn === null) yield { clause: prefix, what: `${replacedBy} replaces it, but it has not ceased` };
}
