// Who sent a request to the verification service (NV-3.7): a signature under the key of a client service (RFC 9421, its profile in
// #domain/verification), or the certificate that a trusted proxy vouches for. Whoever is not known is told nothing of what was wrong, and
// an unknown key takes the work of a known one. Whether the address is allowed is the regulation's to judge, once it is known who asks.
import { hash, timingSafeEqual } from 'node:crypto';
import { parseSignature, signatureWindowSeconds, timelinessOf, type SignatureCode } from '#domain/verification';
import type { ClientKey, ClientServices } from '#server/clients';
import { drawRandom, HmacSha256 } from '#server/keys';
import { askerOfService, type Asker } from './asker.ts';
import { NonceMemory } from './nonce-memory.ts';
import type { RequestToken } from './record-id.ts';

export interface ReceivedRequest {
  readonly method: string;
  /** As it came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
  /** The connection's own, or the one a trusted proxy names. */
  readonly address: string;
  /** SHA-256 of the client certificate; undefined: none that can be believed. */
  readonly certificate: string | undefined;
}

export type NotKnownCode =
  | SignatureCode
  | 'key-unknown'
  | 'signature-wrong'
  | 'content-digest-wrong'
  | 'too-old'
  | 'too-new'
  | 'certificate-unknown';

export type Authentication =
  | { readonly kind: 'known'; readonly asker: Asker; readonly refusalToken: RequestToken; readonly token: RequestToken }
  | { readonly kind: 'replayed'; readonly asker: Asker }
  | { readonly kind: 'not-known'; readonly code: NotKnownCode; readonly keyId: string; readonly programme: string | undefined };

export class Authenticator {
  readonly #clients: ClientServices;
  readonly #nonces = new NonceMemory(2 * signatureWindowSeconds * 1_000);
  readonly #hmacs = new WeakMap<ClientKey, HmacSha256>();
  readonly #nobody = new HmacSha256(drawRandom(32));

  constructor(clients: ClientServices) {
    this.#clients = clients;
  }

  /** @throws RegistryStale */
  authenticate(request: ReceivedRequest, nowMs: number): Authentication {
    const { method, url, headers, body, address } = request;
    const idempotencyKey = single(headers['idempotency-key']);
    if (headers['signature'] === undefined && headers['signature-input'] === undefined && request.certificate !== undefined)
      return this.#byCertificate(request.certificate, idempotencyKey, address);
    const parsed = parseSignature({
      method,
      path: url,
      contentDigest: single(headers['content-digest']),
      signatureInput: single(headers['signature-input']),
      signature: single(headers['signature']),
      idempotencyKey,
    });
    if (parsed.kind === 'fault') return notKnown(parsed.code);
    const { keyId, nonce } = parsed;
    const key = this.#clients.findByKey(keyId, nowMs);
    const expected = this.#hmacOf(key).digest(parsed.base);
    const isSigned = timingSafeEqual(expected, parsed.signatureBytes);
    if (!key || !isSigned) return notKnown(key ? 'signature-wrong' : 'key-unknown', keyId, key?.service.programme);
    const { service } = key;
    const timeliness = timelinessOf(parsed.createdSeconds, Math.floor(nowMs / 1_000));
    if (timeliness !== 'timely') return notKnown(timeliness, keyId, service.programme);
    // The header has one spelling only (parseSignature).
    if (headers['content-digest'] !== `sha-256=:${hash('sha256', body, 'base64')}:`)
      return notKnown('content-digest-wrong', keyId, service.programme);
    const asker = askerOfService(service, keyId, address);
    if (!this.#nonces.add(`${keyId} ${nonce}`, nowMs)) return { kind: 'replayed', asker };
    return { kind: 'known', asker, ...tokensOf(nonce, idempotencyKey) };
  }

  /** The TLS connection keeps its own bytes from being sent again. */
  #byCertificate(fingerprint: string, idempotencyKey: string | undefined, address: string): Authentication {
    const service = this.#clients.findByCertificate(fingerprint);
    if (!service) return notKnown('certificate-unknown');
    const asker = askerOfService(service, 'certificate', address);
    return { kind: 'known', asker, ...tokensOf(drawRandom(16).toString('base64url'), idempotencyKey) };
  }

  #hmacOf(key: ClientKey | undefined): HmacSha256 {
    if (!key) return this.#nobody;
    let hmac = this.#hmacs.get(key);
    if (!hmac) this.#hmacs.set(key, (hmac = new HmacSha256(key.secret)));
    return hmac;
  }
}

function tokensOf(nonce: string, idempotencyKey: string | undefined): { token: RequestToken; refusalToken: RequestToken } {
  const refusalToken = { kind: 'nonce', text: nonce } as const;
  return { refusalToken, token: idempotencyKey === undefined ? refusalToken : { kind: 'key', text: idempotencyKey } };
}

function notKnown(code: NotKnownCode, keyId = '', programme?: string): Authentication {
  return { kind: 'not-known', code, keyId, programme };
}

/** A header that came several times is joined by Node for these names; where it is not, it is none. */
function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
