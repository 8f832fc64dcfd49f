// How a clause is named wherever it is cited: in refusals, records, forms and on paper.

/** `NW-4.1.1`: the regulation's prefix and the clause's own number, 四(一)1. */
export type ClauseId = `${string}-${string}`;

export function isClauseId(text: string): text is ClauseId {
  return /^[A-Z]+-\d+(\.\d+){0,2}$/.test(text);
}
