// The id of a verification's record: derived from who asks and the idempotency key or nonce of the request, so that the log itself, on
// whatever node, refuses the same request a second time (its record ids are unique within a month of a programme). RFC 9562 UUID, version 8.
import { hash } from 'node:crypto';

/** `key`: chosen by the client for its retries. `nonce`: of one signed request. */
export type RequestToken = { readonly kind: 'key' | 'nonce'; readonly text: string };

/** @param line its place in a batch, from 0 */
export function recordIdOf(account: string, { kind, text }: RequestToken, line: number): string {
  // None of the parts holds a NUL.
  const hex = hash('sha256', `mingcha verification\0${account}\0${kind}\0${text}\0${line}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variantDigit(hex.charCodeAt(16))}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The variant's two bits (10) in front of the digit's last two. */
function variantDigit(code: number): string {
  return '89ab'.charAt(code & 3);
}
