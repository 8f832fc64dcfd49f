import { z } from 'zod';
import type { Route } from './route.ts';
import { code, day, digits, instant, programmeParams, text } from './text.ts';

const named = { code, name: z.string() };

/** What the signed-in account may do under a programme: the query form is built from this. */
export const programme = z.strictObject({
  ...named,
  regulation: z.strictObject({ id: code, title: z.string() }),
  purposes: z.array(
    z.strictObject({
      ...named,
      legalBasis: z.strictObject({ ...named, clause: z.string() }),
      granted: z.boolean(),
      operations: z.array(
        z.strictObject({
          ...named,
          granted: z.boolean(),
          fields: z.array(z.strictObject({ ...named, needed: z.boolean(), clause: z.string() })),
        }),
      ),
    }),
  ),
});
export type Programme = z.output<typeof programme>;

/** `requestId` is drawn by the client, once per query: the same one twice is answered `request-replayed`. */
export const queryBody = z.strictObject({
  requestId: z.uuid(),
  purpose: code,
  operation: code,
  fields: z.array(code).min(1).max(32),
  caseNumber: text(64),
  reason: text(200),
  subject: text(32).min(1),
});
export type QueryBody = z.output<typeof queryBody>;

export const answer = z.strictObject({
  id: z.uuid(),
  index: z.int().meta({ description: 'of the outcome record in the log' }),
  found: z.boolean(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  fields: z.array(z.strictObject(named)),
  receipt: z.string().meta({ description: 'signed promise: origin, index, leaf hash, signature' }),
  watermark: z.strictObject({ name: z.string(), account: z.string(), at: instant, caseNumber: z.string() }),
  warnings: z.array(z.string()).meta({ description: 'such as a failed check digit: warns, never blocks' }),
});
export type Answer = z.output<typeof answer>;

export const historyRow = z.strictObject({
  index: z.int(),
  at: instant,
  state: z.enum(['answered', 'not-found', 'refused', 'failed', 'open']).meta({ description: 'open: an intent without its outcome' }),
  purpose: z.string(),
  operation: z.string(),
  caseNumber: z.string(),
  reason: z.string(),
  subject: z.string().meta({ description: 'masked, A12****789' }),
  count: z.int().nullable(),
  refusals: z.array(z.strictObject({ clause: z.string(), code: z.string(), message: z.string() })),
});
export type HistoryRow = z.output<typeof historyRow>;

export const queryRoutes = {
  programme: {
    method: 'GET',
    path: '/api/programmes/:programme',
    summary: 'The programme as the account may use it',
    params: programmeParams,
    response: programme,
  },
  query: {
    method: 'POST',
    path: '/api/programmes/:programme/queries',
    summary: 'One governed query',
    params: programmeParams,
    body: queryBody,
    response: answer,
  },
  history: {
    method: 'GET',
    path: '/api/programmes/:programme/queries',
    summary: "The account's own queries, newest first",
    params: programmeParams,
    query: z.strictObject({ before: digits.optional(), from: day.optional(), until: day.optional() }),
    response: z.strictObject({ rows: z.array(historyRow).max(50), next: z.int().nullable() }),
  },
} as const satisfies Record<string, Route>;
