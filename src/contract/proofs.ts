// What anyone may have, without signing in, to check a proof: the keys that the logs sign with, and the proof that a receipt was kept.
import { z } from 'zod';
import type { Route } from './route.ts';
import { text } from './text.ts';

export const publicLog = z.strictObject({
  origin: z.string(),
  title: z.string(),
  organisation: z.string(),
  vkeys: z.array(z.string()).meta({ description: 'verifier keys that sign now, newest first (c2sp.org/signed-note)' }),
  witnesses: z.array(z.string()).meta({ description: 'verifier keys of its witnesses' }),
  receiptKeyNote: z.string().nullable().meta({ description: "the log's signed note about the key of its receipts; null: its own" }),
  names: z.record(z.string(), z.string()).meta({ description: 'what the regulation calls the codes that records hold' }),
});
export type PublicLog = z.output<typeof publicLog>;

/** `pending`: not sealed yet. `differs`: the log holds another record there. */
export const foundProof = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('sealed'), proof: z.string().meta({ description: 'C2SP tlog-proof' }) }),
  z.strictObject({ state: z.enum(['pending', 'differs']) }),
]);

export const proofRoutes = {
  logs: {
    method: 'GET',
    path: '/api/v1/logs',
    summary: 'The logs and the keys that their proofs are checked with',
    response: z.strictObject({ logs: z.array(publicLog) }),
  },
  findProof: {
    method: 'POST',
    path: '/api/v1/proofs',
    summary: 'The proof of the record that a receipt promises, for whoever holds the receipt',
    body: z.strictObject({ receipt: text(2_048) }),
    response: foundProof,
  },
} as const satisfies Record<string, Route>;
