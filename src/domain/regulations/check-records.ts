// What is kept and destroyed: one period for each class of record, and every liability told to somebody.
import { isCount, repeated, type Contradiction } from './contradiction.ts';
import type { Regulation } from './regulation.ts';

export function* recordContradictions({ retention, destruction, liabilities }: Regulation): Generator<Contradiction> {
  yield* repeated(
    'retention',
    retention.map(({ recordClass, clause }) => ({ code: recordClass, clause })),
  );
  yield* repeated('destruction', destruction);
  for (const { recordClass, clause, keep } of retention)
    if (keep.kind === 'years' && !isCount(keep.atLeast, 1)) yield { clause, what: `${recordClass} is kept for less than one year` };
  for (const { clause, acceptedBy } of liabilities) if (acceptedBy.length === 0) yield { clause, what: 'nobody accepts the liability' };
}
