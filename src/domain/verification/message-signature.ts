// How a client service signs a request (NV-3.7 asks who asks): HTTP Message Signatures (RFC 9421) with hmac-sha256 over method, path and
// Content-Digest (RFC 9530), in one strict profile: one label, these components in this order, parameters in this order, one spelling for
// each value. What two readers could read differently is refused. The key, the body's hash, the nonces seen and the clock are the caller's.
//
//   Content-Digest: sha-256=:<base64 of the body's SHA-256>:
//   Signature-Input: mingcha=("@method" "@path" "content-digest" "idempotency-key");created=1618884473;nonce="<16–64>";keyid="<key id>"
//   Signature: mingcha=:<base64 of 32 bytes>:
//
// `"idempotency-key"` is covered exactly when that header is sent; `;alg="hmac-sha256"` may follow the key id.
import { FormatError, fromBase64 } from '#domain/kernel';

export interface SignedMessage {
  /** Upper case. */
  readonly method: string;
  /** As it stands in the request line, without a query: a signed route takes none. */
  readonly path: string;
  readonly contentDigest: string | undefined;
  readonly signatureInput: string | undefined;
  readonly signature: string | undefined;
  readonly idempotencyKey: string | undefined;
}

export type SignatureCode =
  | 'signature-missing'
  | 'signature-input-malformed'
  | 'signature-malformed'
  | 'content-digest-missing'
  | 'content-digest-malformed'
  | 'idempotency-key-malformed'
  | 'idempotency-key-not-covered'
  | 'idempotency-key-not-sent'
  | 'path-malformed';

export type ParsedSignature =
  | {
      readonly kind: 'signed';
      readonly keyId: string;
      /** Seconds since 1970-01-01T00:00Z. */
      readonly createdSeconds: number;
      readonly nonce: string;
      /** The SHA-256 that the body must have. */
      readonly bodyDigest: Uint8Array;
      readonly signatureBytes: Uint8Array;
      /** ASCII; its HMAC-SHA-256 under the key must be `signatureBytes`. */
      readonly base: string;
    }
  | { readonly kind: 'fault'; readonly code: SignatureCode };

export const signatureLabel = 'mingcha';
/** A nonce must be remembered for twice this long: a request dated ahead is acceptable until as long after. */
export const signatureWindowSeconds = 300;

const signatureInputForm =
  /^mingcha=(\("@method" "@path" "content-digest"( "idempotency-key")?\);created=([1-9]\d{0,11});nonce="([A-Za-z0-9_-]{16,64})";keyid="([A-Za-z0-9][A-Za-z0-9._-]{0,63})"(?:;alg="hmac-sha256")?)$/;
const digestForm = /^sha-256=:([A-Za-z0-9+/]{43}=):$/;
const signatureForm = /^mingcha=:([A-Za-z0-9+/]{43}=):$/;
/** RFC 3986's characters of a path, beginning with a slash. */
const pathForm = /^\/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*$/;
/** Visible ASCII; between quotes, as a structured field, or bare. */
const idempotencyKeyForm = /^[\x21-\x7e]{1,128}$/;
const maxPathLength = 2_048;
const maxHeaderLength = 512;

export function parseSignature(message: SignedMessage): ParsedSignature {
  const { method, path, contentDigest, signatureInput, signature, idempotencyKey } = message;
  if (signature === undefined || signatureInput === undefined) return fault('signature-missing');
  if (contentDigest === undefined) return fault('content-digest-missing');
  const input = signatureInput.length <= maxHeaderLength ? signatureInputForm.exec(signatureInput) : null;
  if (!input) return fault('signature-input-malformed');
  const [, parameters = '', covered, created, nonce = '', keyId = ''] = input;
  if (idempotencyKey !== undefined && !idempotencyKeyForm.test(idempotencyKey)) return fault('idempotency-key-malformed');
  if (idempotencyKey === undefined && covered !== undefined) return fault('idempotency-key-not-sent');
  if (idempotencyKey !== undefined && covered === undefined) return fault('idempotency-key-not-covered');
  const signatureBytes = decoded(signatureForm.exec(signature)?.[1]);
  if (!signatureBytes) return fault('signature-malformed');
  const bodyDigest = decoded(digestForm.exec(contentDigest)?.[1]);
  if (!bodyDigest) return fault('content-digest-malformed');
  if (path.length > maxPathLength || !pathForm.test(path)) return fault('path-malformed');
  const base = baseOf(componentsOf(method, path, contentDigest, idempotencyKey), parameters);
  return { kind: 'signed', keyId, createdSeconds: Number(created), nonce, bodyDigest, signatureBytes, base };
}

export interface MessageToSign {
  readonly method: string;
  readonly path: string;
  readonly contentDigest: string;
  readonly idempotencyKey?: string | undefined;
  readonly createdSeconds: number;
  readonly nonce: string;
  readonly keyId: string;
}

/** For the client's side: what to run through HMAC-SHA-256, and the header that says how. */
export function signatureBase(message: MessageToSign): { readonly base: string; readonly signatureInput: string } {
  const { method, path, contentDigest, idempotencyKey, createdSeconds, nonce, keyId } = message;
  const components = componentsOf(method, path, contentDigest, idempotencyKey);
  const covered = components.map(([name]) => `"${name}"`).join(' ');
  const parameters = `(${covered});created=${createdSeconds};nonce="${nonce}";keyid="${keyId}"`;
  return { base: baseOf(components, parameters), signatureInput: `${signatureLabel}=${parameters}` };
}

export type Timeliness = 'timely' | 'too-old' | 'too-new';

export function timelinessOf(createdSeconds: number, nowSeconds: number, windowSeconds: number = signatureWindowSeconds): Timeliness {
  if (nowSeconds - createdSeconds > windowSeconds) return 'too-old';
  return createdSeconds - nowSeconds > windowSeconds ? 'too-new' : 'timely';
}

type Component = readonly [name: string, value: string];

/** RFC 9421, section 2.5: one line per component, then the parameters as they were sent, no newline at the end. */
export function baseOf(components: readonly Component[], parameters: string): string {
  let base = '';
  for (const [name, value] of components) base += `"${name}": ${value}\n`;
  return `${base}"@signature-params": ${parameters}`;
}

function componentsOf(method: string, path: string, contentDigest: string, idempotencyKey: string | undefined): readonly Component[] {
  const always: Component[] = [
    ['@method', method],
    ['@path', path],
    ['content-digest', contentDigest],
  ];
  if (idempotencyKey !== undefined) always.push(['idempotency-key', idempotencyKey]);
  return always;
}

function decoded(base64: string | undefined): Uint8Array | undefined {
  if (base64 === undefined) return undefined;
  try {
    return fromBase64(base64);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

function fault(code: SignatureCode): ParsedSignature {
  return { kind: 'fault', code };
}
