// What server and signer say to one another: JSON over HTTP, `POST /sign` with {"origin", "ask"}, answered with {"answer"}, or with 409 and
// {"fault"} when the signer refuses. Everything is bounded; the signer believes nothing that it can't check.
import { z } from 'zod';
import { fromHex, toHex } from '#domain/kernel';
import type { UnavailableCode } from '../faults.ts';

/** 63 hashes in hexadecimal, and a note with an ML-DSA-44 signature, fit several times over. */
export const maxMessageBytes = 65_536;

export const signerCalls = ['last', 'sign', 'sign-month-end', 'vkeys', 'certify', 'next-key', 'rotate', 'take-over'] as const;
export type SignerCall = (typeof signerCalls)[number];

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const hash = z.codec(z.string().regex(/^[0-9a-f]{64}$/), bytes, { decode: fromHex, encode: toHex });

export const envelope = z.strictObject({ origin: z.string().min(1).max(150), ask: z.unknown() });
export const head = z.strictObject({ size: z.int().nonnegative(), rootHash: hash });
export const growth = z.strictObject({ head, proof: z.array(hash).max(63) });
export const vkey = z.string().min(1).max(4_096);
export const vkeys = z.array(vkey).min(1).max(3);
export const note = z.string().min(1).max(20_000);
export const signed = z.strictObject({ note, vkeys });
export const rotation = z.strictObject({ vkey, overlap: z.union([z.literal('month-end'), z.int().min(1).max(1_000_000)]) });
export const nothing = z.null();

const faultCodes = ['keys', 'database', 'files'] as const satisfies readonly UnavailableCode[];
export const fault = z.strictObject({ code: z.enum(faultCodes).catch('keys'), message: z.string().max(2_000) });
export const reply = z.union([z.strictObject({ answer: z.unknown() }), z.strictObject({ fault })]);
