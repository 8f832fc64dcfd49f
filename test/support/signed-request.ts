// What a client service sends: a request signed under its key, in the profile of docs/verification-service.md.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { signatureBase } from '#domain/verification';

export interface ClientCredentials {
  readonly keyId: string;
  /** As it was shown at issue: `mck_…`. */
  readonly secret: string;
}

export interface ToSign {
  readonly path?: string;
  readonly body: string | Uint8Array;
  readonly idempotencyKey?: string;
  readonly createdSeconds?: number;
  readonly nonce?: string;
}

export const singlePath = '/api/v1/verifications';
export const batchPath = '/api/v1/verifications/batch';

export function signedHeaders({ keyId, secret }: ClientCredentials, request: ToSign): Record<string, string> {
  const { path = singlePath, body, idempotencyKey, createdSeconds = Math.floor(Date.now() / 1_000) } = request;
  const nonce = request.nonce ?? randomBytes(12).toString('base64url');
  const contentDigest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const { base, signatureInput } = signatureBase({ method: 'POST', path, contentDigest, idempotencyKey, createdSeconds, nonce, keyId });
  const key = Buffer.from(secret.replace(/^mck_/, ''), 'base64url');
  return {
    'content-type': path === batchPath ? 'application/x-ndjson' : 'application/json',
    'content-digest': contentDigest,
    'signature-input': signatureInput,
    signature: `mingcha=:${createHmac('sha256', key).update(base).digest('base64')}:`,
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}
