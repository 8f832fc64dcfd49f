// The client certificate that a request came with, as its SHA-256 (mTLS instead of a key). TLS ends at a proxy: what a trusted one says
// in the configured header is believed, and nobody else's header is looked at. The proxy must overwrite what a client sends in it.
import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { parseIpAddress } from '#domain/query';
import type { Config } from '#server/platform';

type CertificateConfig = Pick<Config, 'trustedProxies' | 'clientCertificateHeader'>;

/** Lower-case hexadecimal; undefined: none that can be believed. */
export function clientCertificateOf(request: IncomingMessage, config: CertificateConfig): string | undefined {
  const header = config.clientCertificateHeader;
  if (header === undefined) return undefined;
  const proxy = parseIpAddress(request.socket.remoteAddress ?? '');
  if (proxy === undefined || !config.trustedProxies.some((trusted) => parseIpAddress(trusted) === proxy)) return undefined;
  const value = request.headers[header];
  return typeof value === 'string' ? readHeader(value.trim()) : undefined;
}

/**
 * Proxies write it in three ways: its SHA-256 in hexadecimal (HAProxy, Caddy), the certificate between colons (RFC 9440), or as
 * percent-encoded PEM (nginx).
 */
function readHeader(value: string): string | undefined {
  if (value.length > MOST_HEADER) return undefined;
  const hexadecimal = value.replaceAll(':', '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hexadecimal)) return hexadecimal;
  const rfc9440 = /^:([A-Za-z0-9+/]+={0,2}):$/.exec(value)?.[1];
  if (rfc9440 !== undefined) return certificateOf(Buffer.from(rfc9440, 'base64'));
  return value.startsWith('-----BEGIN%20CERTIFICATE-----') ? certificateOf(decoded(value)) : undefined;
}

const MOST_HEADER = 16_384;

function certificateOf(bytes: Buffer | string | undefined): string | undefined {
  try {
    return bytes && createHash('sha256').update(new X509Certificate(bytes).raw).digest('hex');
  } catch {
    return undefined; // no certificate
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
