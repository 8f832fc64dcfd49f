// Which clauses are shown: by words, by kind, by how far the program answers them.
import type { Regulation } from '#contract';
import type { Say } from './use-wording.ts';

export type Clause = Regulation['clauses'][number];

export interface ClauseFilter {
  readonly words: string;
  readonly kind: Clause['kinds'][number] | 'every';
  readonly state: Clause['state'] | 'every';
}

export const everyClause: ClauseFilter = { words: '', kind: 'every', state: 'every' };

/** Every word must be somewhere in the clause: in its id, its wording, what answers it or what is done by hand. */
export function isShown(clause: Clause, { words, kind, state }: ClauseFilter, say: Say): boolean {
  if (kind !== 'every' && !clause.kinds.includes(kind)) return false;
  if (state !== 'every' && clause.state !== state) return false;
  const texts = [clause.wording, ...clause.answers.map(({ name }) => name), ...clause.byHand].map(say);
  const content = folded([clause.id, ...texts].join('\n'));
  return folded(words)
    .split(/\s+/)
    .every((word) => content.includes(word));
}

/** Full-width and half-width, capital and small letters are the same to somebody who searches. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
