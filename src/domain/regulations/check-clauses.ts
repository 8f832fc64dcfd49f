// The catalogue of clauses: each once, numbered under the regulation's prefix, and every clause that a rule cites is in it.
import { isClauseId } from './clause-id.ts';
import type { Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';
import { rulesOf } from './rules-of.ts';

export function* clauseContradictions(regulation: Regulation): Generator<Contradiction> {
  const { prefix } = regulation;
  const seen = new Set<string>();
  for (const { id, kinds } of regulation.clauses) {
    if (seen.has(id)) yield { clause: id, what: 'the clause is in the catalogue twice' };
    seen.add(id);
    if (!isClauseId(id) || !id.startsWith(`${prefix}-`)) yield { clause: id, what: `it is no clause number under ${prefix}` };
    if (kinds.length === 0) yield { clause: id, what: 'it has no kind' };
  }
  for (const { clause, what } of rulesOf(regulation))
    if (!seen.has(clause)) yield { clause, what: `${what} cites it, but the catalogue has no such clause` };
}
