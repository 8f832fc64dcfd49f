// Asking whether something is so of a person, yes or no (NV-2.4): by a client service that signs its requests, one at a time or a thousand
// in a batch; by hand, for the two people whom NV-3.2 lets; and what its owner sees of its use.
import { z } from 'zod';
import { claims } from '#domain/verification';
import type { Route } from './route.ts';
import { code, day, instant, programmeParams, text } from './text.ts';

export const claim = z
  .enum(claims)
  .meta({ id: 'Claim', description: '`name-matches` needs `name`, `birth-date-matches` needs `birthDate`' });

const person = z.strictObject({
  nationalId: text(32).min(1),
  name: text(100).optional(),
  birthDate: text(32).optional().meta({ description: '1986-01-02, or of the Republic: 75/01/02, 0750102' }),
});

const asked = z.strictObject({
  caseNumber: text(64).nullable().meta({ description: 'blank or null: refused by NV-4.2.1' }),
  reason: text(200).nullable(),
  subject: person,
  claims: z.array(claim).min(1).max(claims.length),
});

interface Asked {
  readonly subject: { readonly name?: string | undefined; readonly birthDate?: string | undefined };
  readonly claims: readonly string[];
}

/** What one field says of another. */
function agrees<Schema extends z.ZodType<Asked>>(schema: Schema): Schema {
  return schema.superRefine(({ subject, claims: list }, context) => {
    const missing = (field: string) => context.addIssue({ code: 'custom', path: ['subject', field], message: 'missing' });
    if (list.includes('name-matches') && subject.name === undefined) missing('name');
    if (list.includes('birth-date-matches') && subject.birthDate === undefined) missing('birthDate');
    if (new Set(list).size < list.length) context.addIssue({ code: 'custom', path: ['claims'], message: 'given-twice' });
  });
}

const exampleBody = {
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
  subject: { nationalId: 'A000000000', birthDate: '1986-01-02' },
  claims: ['county-resident', 'birth-date-matches'],
} as const;

export const verificationBody = agrees(asked).meta({ id: 'Verification', examples: [exampleBody] });
export type VerificationBody = z.output<typeof verificationBody>;

/** `requestId` is drawn by the page, once per verification: the same one twice is answered `request-replayed`. */
export const verificationByHandBody = agrees(asked.extend({ requestId: z.uuid() }));
export type VerificationByHandBody = z.output<typeof verificationByHandBody>;

const answers = z.partialRecord(claim, z.boolean()).meta({ description: 'a person who is not in the data gets what a "no" gets' });
const answered = {
  id: z.uuid(),
  answers,
  asOf: day.meta({ description: 'the day that the data is of' }),
  receipt: z.string().meta({ description: "the log's signed promise that the record of this answer stands in it" }),
};

export const verificationAnswer = z.strictObject(answered).meta({
  id: 'VerificationAnswer',
  examples: [
    {
      id: '0d8c7a86-1f5e-8a52-9b5e-6c1d2f3a4b5c',
      answers: { 'county-resident': true, 'birth-date-matches': false },
      asOf: '2026-11-01',
      receipt: 'mingcha-receipt-v1.…',
    },
  ],
});
export type VerificationAnswer = z.output<typeof verificationAnswer>;

export const verificationByHandAnswer = z.strictObject({
  ...answered,
  index: z.int().meta({ description: 'of the record in the log' }),
  watermark: z.strictObject({ name: z.string(), account: z.string(), at: instant, caseNumber: z.string() }),
  warnings: z.array(z.string()).meta({ description: 'such as a failed check digit: warns, never blocks' }),
});
export type VerificationByHandAnswer = z.output<typeof verificationByHandAnswer>;

/** What the program saw of probing, and did (NV-4.2.2). */
export const verificationFinding = z.strictObject({
  id: z.uuid(),
  at: instant,
  service: z.string(),
  serviceName: z.string(),
  reason: z.string().meta({ description: 'what was seen, a code' }),
  clause: z.string(),
  index: z.int().meta({ description: 'of its record in the log' }),
});
export type VerificationFinding = z.output<typeof verificationFinding>;

/** One service's hour. Nothing in it is about a person. */
export const verificationUse = z.strictObject({
  service: z.string().meta({ description: 'empty: by hand' }),
  hour: instant,
  answered: z.int(),
  refused: z.int(),
  p50: z.number().nullable().meta({ description: 'milliseconds; null: nothing was answered' }),
  p95: z.number().nullable(),
  claims: z.record(z.string(), z.int()),
});
export type VerificationUse = z.output<typeof verificationUse>;

export const mostInBatch = 1_000;
export const batchMedia = 'application/x-ndjson';

export const verificationRoutes = {
  verify: {
    method: 'POST',
    path: '/api/v1/verifications',
    summary: 'One verification by a client service; the request is signed',
    body: verificationBody,
    response: verificationAnswer,
  },
  verifyBatch: {
    method: 'POST',
    path: '/api/v1/verifications/batch',
    summary: `Up to ${mostInBatch} verifications, one JSON object a line; answered in the same order, a problem document in the place of one that fails`,
    body: z.string().meta({ description: `${batchMedia}: a Verification on each line` }),
    response: 'application/x-ndjson',
  },
  verifyByHand: {
    method: 'POST',
    path: '/api/programmes/:programme/verifications',
    summary: 'One verification by the project officer or the responsible person (NV-3.2)',
    params: programmeParams,
    body: verificationByHandBody,
    response: verificationByHandAnswer,
  },
  verificationFindings: {
    method: 'GET',
    path: '/api/programmes/:programme/findings',
    summary: 'What the program saw of probing, newest first',
    params: programmeParams,
    response: z.strictObject({ findings: z.array(verificationFinding).max(200) }),
  },
  verificationUse: {
    method: 'GET',
    path: '/api/programmes/:programme/verification-use',
    summary: 'How much each client service asked, by the hour',
    params: programmeParams,
    query: z
      .strictObject({ from: day.optional(), until: day.optional(), service: code.optional() })
      .meta({ description: 'days in Taipei, by default the last seven' }),
    response: z.strictObject({ rows: z.array(verificationUse) }),
  },
} as const satisfies Record<string, Route>;
