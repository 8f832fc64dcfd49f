import { z } from 'zod';
import type { Route } from './route.ts';
import { instant, programmeParams, recordParams } from './text.ts';

/** One record of the log, opened for somebody who may read it; the reading is itself recorded. */
export const logRecord = z.strictObject({
  index: z.int(),
  type: z.string(),
  at: instant,
  leaf: z.string().meta({ description: 'the exact leaf, canonical JSON' }),
  leafHash: z.string().meta({ description: 'base64 of the RFC 6962 leaf hash' }),
  envelope: z.record(z.string(), z.unknown()),
  actor: z.record(z.string(), z.unknown()),
  subject: z.record(z.string(), z.unknown()),
  sealed: z.boolean(),
});
export type LogRecord = z.output<typeof logRecord>;

export const logState = z.strictObject({
  origin: z.string(),
  vkey: z.string(),
  next: z.int().meta({ description: 'records written' }),
  size: z.int().meta({ description: 'records sealed under the newest checkpoint' }),
  rootHash: z.string(),
  sealedAt: instant.nullable(),
  checkpoint: z.string(),
});

export const recordRoutes = {
  record: {
    method: 'GET',
    path: '/api/programmes/:programme/records/:index',
    summary: 'One record, decrypted',
    params: recordParams,
    response: logRecord,
  },
  recordProof: {
    method: 'GET',
    path: '/api/programmes/:programme/records/:index/proof',
    summary: 'C2SP tlog-proof of one record',
    params: recordParams,
    response: 'text/plain',
  },
  recordContent: {
    method: 'GET',
    path: '/api/programmes/:programme/records/:index/content',
    summary: 'What the record says, with the salts that its leaf commits to it by; the reading is itself recorded',
    params: recordParams,
    response: 'text/plain',
  },
  logState: {
    method: 'GET',
    path: '/api/programmes/:programme/log',
    summary: "The log's state",
    params: programmeParams,
    response: logState,
  },
} as const satisfies Record<string, Route>;
