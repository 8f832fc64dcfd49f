// One timestamp from an authority (RFC 3161, 3.4: over HTTP). What it answers is kept as it came, once it speaks of our bytes and our query.
import { randomBytes } from 'node:crypto';
import { isTimestampOf, maxTimestampLength, parseTimestampReply, timestampNonceLength, timestampQuery } from '#domain/ledger';
import { sha256 } from '#server/keys';

const PATIENCE_MS = 15_000;

/** @returns the TimeStampResp, as `openssl ts -verify -in` reads it @throws Error saying why there is none */
export async function askAuthority(url: string, stamped: Uint8Array): Promise<Uint8Array> {
  const digest = sha256(stamped);
  const nonce = randomBytes(timestampNonceLength);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(timestampQuery(digest, nonce)),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status !== 200) throw new Error(`it answered ${response.status}`);
  const bytes = await readAtMost(response, maxTimestampLength);
  const reply = parseTimestampReply(bytes);
  if (reply.kind === 'refused') throw new Error(`it refused with status ${reply.status}`);
  if (!isTimestampOf(reply.timestamp, digest, nonce)) throw new Error('it stamped something else than it was asked to');
  return bytes;
}

async function readAtMost(response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) throw new Error('its answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
