import { z } from 'zod';
import type { Route } from './route.ts';
import { digits, instant, month, monthParams, nonBlank, password, programmeParams, recordIndex } from './text.ts';

export const monthSummary = z.strictObject({
  month,
  state: z.enum(['running', 'to-close', 'closed', 'sampled', 'audited']),
  rows: z.int().meta({ description: 'queries, refused ones included' }),
  answered: z
    .int()
    .nullable()
    .meta({ description: 'found or not found; null until the month is closed: to count them, the records have to be opened' }),
  refused: z.int(),
  failed: z.int().nullable().meta({ description: 'as `answered`' }),
  dueOn: z.iso.date().meta({ description: 'when the list is due (NW-5.2)' }),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
});
export type MonthSummary = z.output<typeof monthSummary>;

/** One row of the 查詢紀錄單 (NW-4.1.6, NW-5.2), as printed: ids masked. */
export const listRow = z.strictObject({
  row: z.int(),
  index: z.int(),
  at: instant,
  account: z.string(),
  name: z.string(),
  operation: z.string(),
  condition: z.string(),
  caseNumber: z.string(),
  reason: z.string(),
  result: z.string(),
});
export type ListRow = z.output<typeof listRow>;

export const monthList = z.strictObject({
  summary: monthSummary,
  rows: z.array(listRow),
  page: z.int(),
  pages: z.int(),
  closeIndex: z.int().nullable(),
  rootHash: z.string().nullable(),
});
export type MonthList = z.output<typeof monthList>;

export const finding = z.enum(['in-order', 'needs-explanation', 'anomaly']);
export type Finding = z.output<typeof finding>;

export const sampleRow = listRow.extend({
  auditor: z.string().nullable(),
  auditorName: z.string().nullable(),
  mine: z.boolean(),
  finding: finding.nullable(),
  note: z.string().nullable(),
});
export type SampleRow = z.output<typeof sampleRow>;

export const auditResult = z.strictObject({
  auditor: z.string(),
  name: z.string(),
  signedAt: instant,
  index: z.int(),
  counts: z.record(finding, z.int()),
  document: z.string().meta({ description: 'the canonical JSON that was signed' }),
  signature: z.string().meta({ description: 'base64 Ed25519 over it, by the key of the log' }),
});
export type AuditResult = z.output<typeof auditResult>;

export const sample = z.strictObject({
  month,
  clause: z.string(),
  population: z.int(),
  required: z.int(),
  seed: z.string(),
  rootHash: z.string(),
  entropy: z.string(),
  drawnAt: instant,
  drawnBy: z.string(),
  rows: z.array(sampleRow),
  unassigned: z.array(z.strictObject({ person: z.string(), reason: z.string() })),
  results: z.array(auditResult),
});
export type Sample = z.output<typeof sample>;

const rowParams = monthParams.extend({ index: recordIndex });
const base = '/api/programmes/:programme/months';

export const monthRoutes = {
  months: {
    method: 'GET',
    path: base,
    summary: 'Months with queries, newest first',
    params: programmeParams,
    response: z.strictObject({ months: z.array(monthSummary) }),
  },
  month: {
    method: 'GET',
    path: `${base}/:month`,
    summary: 'The list of one month, a page at a time',
    params: monthParams,
    query: z.strictObject({ page: digits.pipe(z.int().min(1).max(100_000)).optional() }),
    response: monthList,
  },
  closeMonth: {
    method: 'POST',
    path: `${base}/:month/close`,
    summary: 'Close a month that is over (NW-5.2)',
    params: monthParams,
    response: monthSummary,
  },
  listPdf: {
    method: 'GET',
    path: `${base}/:month/list.pdf`,
    summary: '查詢紀錄單, to print and sign',
    params: monthParams,
    response: 'application/pdf',
  },
  listOds: {
    method: 'GET',
    path: `${base}/:month/list.ods`,
    summary: '查詢紀錄單 as a spreadsheet',
    params: monthParams,
    response: 'application/vnd.oasis.opendocument.spreadsheet',
  },
  drawSample: {
    method: 'POST',
    path: `${base}/:month/sample`,
    summary: 'Draw the audit sample (NW-5.2)',
    params: monthParams,
    body: z.strictObject({ entropy: z.string().regex(/^([0-9a-fA-F]{2}){16,64}$/, { error: 'not-hexadecimal' }) }),
    response: sample,
  },
  sample: { method: 'GET', path: `${base}/:month/sample`, summary: 'The sample and its marks', params: monthParams, response: sample },
  markRow: {
    method: 'PUT',
    path: `${base}/:month/sample/rows/:index`,
    summary: 'Mark a sampled row; only the assigned auditor may',
    params: rowParams,
    body: z.strictObject({ finding, note: z.union([nonBlank(500), z.literal('')]) }),
    response: sampleRow,
  },
  signResult: {
    method: 'POST',
    path: `${base}/:month/sample/signature`,
    summary: "Sign the auditor's result once every assigned row is marked",
    params: monthParams,
    body: z.strictObject({ password }),
    response: auditResult,
  },
} as const satisfies Record<string, Route>;
