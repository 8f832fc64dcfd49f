import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('a signer apart is a socket, or an address with a token', () => {
  expect(readConfig({}).signerAddress).toBeUndefined();
  expect(readConfig({ MINGCHA_SIGNER: 'unix:/run/signer' }).signerAddress).toEqual({ socketPath: '/run/signer' });
  expect(readConfig({ MINGCHA_SIGNER: 'http://[::1]:7000', MINGCHA_SIGNER_TOKEN: '/run/token' }).signerAddress).toEqual({
    host: '::1',
    port: 7000,
    tokenFile: '/run/token',
  });
});

test('a header of client certificates is one of trusted proxies', () => {
  expect(readConfig({}).clientCertificateHeader).toBeUndefined();
  const environment = { MINGCHA_CLIENT_CERTIFICATE_HEADER: 'Client-Cert', MINGCHA_TRUSTED_PROXIES: '192.0.2.1' };
  expect(readConfig(environment).clientCertificateHeader).toBe('client-cert');
});

test.each([
  { MINGCHA_SIGNER: 'unix:relative' },
  { MINGCHA_SIGNER: '/run/signer' },
  { MINGCHA_SIGNER: 'http://127.0.0.1:7000' },
  { MINGCHA_SIGNER: 'http://127.0.0.1:7000/path', MINGCHA_SIGNER_TOKEN: '/run/token' },
  { MINGCHA_SIGNER: 'https://127.0.0.1:7000', MINGCHA_SIGNER_TOKEN: '/run/token' },
  { MINGCHA_TSA_URL: 'ftp://tsa.example' },
  { MINGCHA_CLIENT_CERTIFICATE_HEADER: 'client-cert' },
  { MINGCHA_CLIENT_CERTIFICATE_HEADER: 'client cert', MINGCHA_TRUSTED_PROXIES: '192.0.2.1' },
  { MINGCHA_TSA_URL: 'tsa.example' },
])('refused, naming the variable: %o', (environment) => {
  const [name = ''] = Object.keys(environment);
  expect(() => readConfig(environment)).toThrow(expect.objectContaining({ name: 'ConfigError', message: expect.stringContaining(name) }));
});
