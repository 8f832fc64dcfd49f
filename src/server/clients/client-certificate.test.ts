import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientCertificateOf } from './client-certificate.ts';

const pem = `-----BEGIN CERTIFICATE-----
MIIBSDCB+6ADAgECAhQ7TG7Ztly+yfWWX8py9B+p8dNmsTAFBgMrZXAwGTEXMBUG
A1UEAwwOY2xpZW50LmV4YW1wbGUwIBcNMjYxMTI4MTcwOTI5WhgPMjEyNjExMDQx
NzA5MjlaMBkxFzAVBgNVBAMMDmNsaWVudC5leGFtcGxlMCowBQYDK2VwAyEAhUEk
UjuqXANSf/FMt6do4e2+vPXFc/37j99NEtsRne+jUzBRMB0GA1UdDgQWBBSip23h
tOGTBTHl9KjdK9B5m3cDLjAfBgNVHSMEGDAWgBSip23htOGTBTHl9KjdK9B5m3cD
LjAPBgNVHRMBAf8EBTADAQH/MAUGAytlcANBACISma71h+u2VSHm/z08Lr1nzkNY
sArz09xOPAQP6eDsMV0yG7dc1mUzR47YgyHVAywNgvN0QThlWpCvjneezQ8=
-----END CERTIFICATE-----
`;
const fingerprint = '7e22ea2bb249e5920b9a029850ba01e90a5ffa785a840de3c16f84b20e75c37a'; // as openssl and sha256sum give it
const der = pem.replaceAll(/-----[A-Z ]+-----|\n/g, '');
const escaped = encodeURIComponent(pem);

const config = { trustedProxies: ['192.0.2.1'], clientCertificateHeader: 'client-cert' };
const read = (
  value: string | string[] | undefined,
  from = '192.0.2.1',
  given: typeof config | { trustedProxies: string[]; clientCertificateHeader: undefined } = config,
) => clientCertificateOf({ headers: { 'client-cert': value }, socket: { remoteAddress: from } } as unknown as IncomingMessage, given); // what it looks at of a request

test.each([
  ['hexadecimal', fingerprint.toUpperCase()],
  ['hexadecimal with colons', fingerprint.replaceAll(/(..)(?!$)/g, '$1:')],
  ['RFC 9440', `:${der}:`],
  ['percent-encoded PEM', escaped],
])('a trusted proxy says it in %s', (_form, value) => {
  expect(read(value)).toBe(fingerprint);
  expect(read(value, '::ffff:192.0.2.1')).toBe(fingerprint);
});

test.each([
  ['no header', undefined],
  ['two headers', [fingerprint, fingerprint]],
  ['nothing', ''],
  ['a SHA-1', fingerprint.slice(0, 40)],
  ['half a byte less', fingerprint.slice(1)],
  ['other base64', ':AAAA:'],
  ['a cut certificate', `:${der.slice(0, 100)}:`],
  ['PEM that is not encoded', pem],
  ['broken encoding', `${escaped.slice(0, 60)}%ZZ`],
  ['far too much', `:${'A'.repeat(20_000)}:`],
  ['nginx with no certificate', '(null)'],
])('not believed: %s', (_what, value) => {
  expect(read(value)).toBeUndefined();
});

test.each(['192.0.2.2', '2001:db8::1', '', 'fe80::1%eth0'])('whoever is no trusted proxy is not believed: %s', (from) => {
  expect(read(fingerprint, from)).toBeUndefined();
  expect(read(fingerprint, from, { ...config, trustedProxies: ['fe80::2%eth0'] })).toBeUndefined();
});

test('without the setting no header is looked at', () => {
  expect(read(fingerprint, '192.0.2.1', { trustedProxies: ['192.0.2.1'], clientCertificateHeader: undefined })).toBeUndefined();
});
