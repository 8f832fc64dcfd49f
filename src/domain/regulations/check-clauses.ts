// The catalogue of clauses against the rest of its regulation: every clause that is cited is in it, every clause in it is answered,
// and a clause that says the engine refuses is the very clause that the refusal cites.
import type { Clause, ClauseId } from './clause.ts';
import type { RefusalCode } from './refusal-code.ts';
import type { Regulation } from './regulation.ts';

type ClauseContradiction = { readonly clause: string; readonly what: string };

export function* clauseContradictions(regulation: Regulation): Generator<ClauseContradiction> {
  const catalogue = new Map<ClauseId, Clause>();
  for (const clause of regulation.clauses) {
    if (catalogue.has(clause.id)) yield { clause: clause.id, what: 'the clause is in the catalogue twice' };
    catalogue.set(clause.id, clause);
    yield* ownContradictions(clause, regulation);
  }
  for (const [clause, by] of citations(regulation))
    if (!catalogue.has(clause)) yield { clause, what: `${by} cites it, but the catalogue has no such clause` };
  for (const [code, clause] of refusalsOf(regulation)) {
    const isNamed = catalogue.get(clause)?.answers.some((answer) => answer.by === 'refusal' && answer.codes.includes(code));
    if (isNamed === false) yield { clause, what: `the refusal ${code} cites it, but the clause doesn't name it as an answer` };
  }
}

function* ownContradictions({ id, kinds, answers, wording }: Clause, { prefix, refusals }: Regulation): Generator<ClauseContradiction> {
  if (!new RegExp(`^${prefix}-\\d+(\\.\\d+){0,2}$`).test(id)) yield { clause: id, what: `it is no clause number under ${prefix}` };
  if (kinds.length === 0) yield { clause: id, what: 'it has no kind' };
  if (wording.zh.trim() === '' || wording.en.trim() === '') yield { clause: id, what: 'its wording is blank' };
  if (answers.length === 0) yield { clause: id, what: 'nothing answers it' };
  for (const answer of answers) {
    if (answer.by === 'part' && answer.parts.length === 0) yield { clause: id, what: 'an answer names no part of the program' };
    if (answer.by === 'not-yet' && answer.missing.trim() === '') yield { clause: id, what: "it doesn't say what is missing" };
    if (answer.by !== 'refusal') continue;
    if (answer.codes.length === 0) yield { clause: id, what: 'an answer names no refusal' };
    for (const code of answer.codes)
      if (refusals[code] !== id) yield { clause: id, what: `it names the refusal ${code}, which cites ${refusals[code] ?? 'nothing'}` };
  }
}

function refusalsOf({ refusals }: Regulation): readonly (readonly [RefusalCode, ClauseId])[] {
  return Object.entries(refusals) as [RefusalCode, ClauseId][]; // the keys of the type, and values that are there
}

function* citations(regulation: Regulation): Generator<readonly [ClauseId, string]> {
  const { settings, sampling, comparesEveryRow } = regulation;
  for (const [code, clause] of refusalsOf(regulation)) yield [clause, `the refusal ${code}`];
  for (const { code, clause } of [...regulation.legalBases, ...regulation.purposes, ...regulation.duties]) yield [clause, code];
  for (const { role, clause } of regulation.roles) yield [clause, `the role ${role}`];
  for (const { recordClass, clause } of regulation.retention) yield [clause, `the retention of ${recordClass}`];
  for (const [name, setting] of Object.entries(settings)) if (setting) yield [setting.clause, `the setting ${name}`];
  if (sampling) yield [sampling.clause, 'the sampling rule'];
  if (comparesEveryRow) yield [comparesEveryRow, 'the comparison of every row'];
}
