// How long a class of record is kept by a programme that may be under several regulations: the stricter one holds, and is named.
import type { ClauseId, RecordClass, Regulation } from '#domain/regulations';
import { retentionEnd, type RetentionEnd, type RetentionFacts } from './retention-end.ts';

/** `regulation`: the id of the one that decides. `unruled`: none says anything of this class, so it is never destroyed by default. */
export type Retention = (RetentionEnd & { readonly regulation: string; readonly clause: ClauseId }) | { readonly kind: 'unruled' };

/**
 * Years are a least and the longest hold; "until" is a most and the shortest holds. Where one regulation demands years and another
 * destruction, the years hold: a record destroyed too early can't be brought back, and the audit that the years are for would be void.
 */
export function retentionOf(regulations: readonly Regulation[], recordClass: RecordClass, facts: RetentionFacts): Retention {
  const found = regulations.flatMap(({ id, retention }) =>
    retention
      .filter((rule) => rule.recordClass === recordClass)
      .map((rule) => ({ keep: rule.keep.kind, end: { ...retentionEnd(rule, facts), regulation: id, clause: rule.clause } })),
  );
  const ends = (kind: 'years' | 'until') => found.filter(({ keep }) => keep === kind).map(({ end }) => end);
  const [longest] = ends('years').toSorted((one, other) => compareEnds(other, one));
  const [shortest] = ends('until').toSorted(compareEnds);
  return longest ?? shortest ?? { kind: 'unruled' };
}

/** Days of this form compare as texts; what waits comes after every day. */
function compareEnds(one: RetentionEnd, other: RetentionEnd): number {
  const [first, second] = [one, other].map((end) => (end.kind === 'on' ? end.from : 'some day')) as [string, string]; // two of two
  return Number(first > second) - Number(first < second);
}
