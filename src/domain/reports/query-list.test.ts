import { expect, test } from 'vitest';
import { fromUtf8 } from '#domain/kernel';
import type { QueryResult, RecordedQuery } from '#domain/records';
import { countResults, listBytes, queryList } from './query-list.ts';

const recorded = (index: number, result: QueryResult): RecordedQuery => ({
  index,
  atMs: 1_760_000_000_000 + index,
  actor: { account: 'u-1', login: 'lin', person: 'p-1', name: '林堃', unit: '社會救助科', organisation: '府', address: '10.0.0.1' },
  standing: undefined,
  query: {
    regulation: 'nantou-webir',
    furtherRegulations: [],
    purpose: 'social-assistance',
    legalBasis: 'social-assistance-44-3',
    operation: 'insured-history',
    fields: ['insured-unit'],
    subject: 'M123456789',
    caseNumber: '社助-1',
    reason: '審查',
  },
  result,
});

const results: QueryResult[] = [
  { kind: 'answered', count: 3, digest: 'never-listed' },
  { kind: 'not-found' },
  { kind: 'refused', refusals: [{ clause: 'NW-4.1.1', code: 'case-number-missing' }] },
  { kind: 'failed', code: 'provider-timeout' },
  { kind: 'open' },
];

test('the bytes under the digest are these, to the letter', () => {
  const row = (place: number, index: number, result: string) =>
    `{"account":"lin","accountId":"u-1","at":${1_760_000_000_000 + index},"caseNumber":"社助-1","index":${index},"name":"林堃","operation":"insured-history",` +
    `"reason":"審查","result":${result},"row":${place},"subject":"M12****789"}`;
  const rows = [
    row(1, 7, '{"count":3,"kind":"answered"}'),
    row(2, 8, '{"kind":"not-found"}'),
    row(3, 9, '{"kind":"refused","refusals":[{"clause":"NW-4.1.1","code":"case-number-missing"}]}'),
    row(4, 10, '{"code":"provider-timeout","kind":"failed"}'),
    row(5, 11, '{"kind":"open"}'),
  ];
  const list = queryList('nantou-webir', '2026-10', results.map((result, at) => recorded(7 + at, result))); // prettier-ignore
  expect(fromUtf8(listBytes(list))).toBe(`{"month":"2026-10","programme":"nantou-webir","rows":[${rows.join(',')}],"v":1}`);
});

test('every query counts once, under what it came to', () => {
  const { entries } = queryList('nantou-webir', '2026-10', [...results, { kind: 'not-found' } as const].map((result, at) => recorded(at, result))); // prettier-ignore
  expect(countResults(entries)).toEqual({ rows: 6, answered: 1, notFound: 2, refused: 1, failed: 1, open: 1 });
});
