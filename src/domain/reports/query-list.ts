// The 查詢紀錄單 of one month as facts: every query, refused ones included (NW-4.1.6, NW-5.2).
// Its canonical bytes hold facts and codes, never wording, so that a list printed years later still has the digest
// that the month-close record committed to.
import { canonicalJson, maskNationalId, utf8, type JsonObject } from '#domain/kernel';
import type { QueryResult, RecordedQuery, RefusalFacts } from '#domain/records';

/** What a query came to, as far as the list tells it: the answer's digest stays in the log. */
export type ListResult =
  | { readonly kind: 'answered'; readonly count: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalFacts[] }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'open' };

export interface ListEntry {
  /** Of the intent or the refusal in its log. */
  readonly index: number;
  readonly atMs: number;
  readonly accountId: string;
  /** What the account signs in with: the 帳號 of the printed list. */
  readonly account: string;
  readonly name: string;
  readonly operation: string;
  /** Masked: the list never shows a whole national id. */
  readonly subject: string;
  readonly caseNumber: string;
  readonly reason: string;
  readonly result: ListResult;
}

export interface QueryList {
  readonly programme: string;
  /** `2026-10` */
  readonly month: string;
  /** In the order of the log. Row n of the list is entry n − 1. */
  readonly entries: readonly ListEntry[];
}

/** What is hashed into the list's digest. */
export function listBytes(list: QueryList): Uint8Array {
  const rows = list.entries.map((entry, place): JsonObject => ({
    row: place + 1,
    index: entry.index,
    at: entry.atMs,
    accountId: entry.accountId,
    account: entry.account,
    name: entry.name,
    operation: entry.operation,
    subject: entry.subject,
    caseNumber: entry.caseNumber,
    reason: entry.reason,
    result: resultFacts(entry.result),
  }));
  return utf8(canonicalJson({ v: 1, programme: list.programme, month: list.month, rows }));
}

function resultFacts(result: ListResult): JsonObject {
  switch (result.kind) {
    case 'answered':
      return { kind: result.kind, count: result.count };
    case 'refused':
      return { kind: result.kind, refusals: result.refusals.map(({ clause, code }) => ({ clause, code })) };
    case 'failed':
      return { kind: result.kind, code: result.code };
    case 'not-found':
    case 'open':
      return { kind: result.kind };
  }
}

/** @param queries of the month, in the order of the log */
export function queryList(programme: string, month: string, queries: readonly RecordedQuery[]): QueryList {
  return { programme, month, entries: queries.map(toEntry) };
}

function toEntry({ index, atMs, actor, query, result }: RecordedQuery): ListEntry {
  return {
    index,
    atMs,
    accountId: actor.account,
    account: actor.login,
    name: actor.name,
    operation: query.operation,
    subject: maskNationalId(query.subject),
    caseNumber: query.caseNumber,
    reason: query.reason,
    result: toResult(result),
  };
}

function toResult(result: QueryResult): ListResult {
  return result.kind === 'answered' ? { kind: result.kind, count: result.count } : result;
}

export interface ListFigures {
  readonly rows: number;
  readonly answered: number;
  readonly notFound: number;
  readonly refused: number;
  readonly failed: number;
  readonly open: number;
}

export function countResults(entries: readonly ListEntry[]): ListFigures {
  const count = (kind: ListResult['kind']) => entries.filter((entry) => entry.result.kind === kind).length;
  return {
    rows: entries.length,
    answered: count('answered'),
    notFound: count('not-found'),
    refused: count('refused'),
    failed: count('failed'),
    open: count('open'),
  };
}
