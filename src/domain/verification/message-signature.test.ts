import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseOf, parseSignature, signatureBase, timelinessOf, type SignedMessage } from './message-signature.ts';

test('RFC 9421, appendix B.2.5: hmac-sha256 over a known message', () => {
  const parameters = '("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"';
  const base = baseOf(
    [
      ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
      ['@authority', 'example.com'],
      ['content-type', 'application/json'],
    ],
    parameters,
  );
  expect(base.split('\n')).toEqual([
    '"date": Tue, 20 Apr 2021 02:07:55 GMT',
    '"@authority": example.com',
    '"content-type": application/json',
    '"@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
  ]);
  // The RFC's own shared secret, appendix B.1.5.
  const secret = 'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==';
  expect(createHmac('sha256', Buffer.from(secret, 'base64')).update(base).digest('base64')).toBe(
    'pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=',
  );
});

const key = new Uint8Array(32).fill(7);
const bodyHash = createHash('sha256').update('{}').digest();
const contentDigest = `sha-256=:${bodyHash.toString('base64')}:`;
const toSign = {
  method: 'POST',
  path: '/api/v1/verifications',
  contentDigest,
  createdSeconds: 1_790_000_000,
  nonce: 'abcdefghijklmnop',
  keyId: 'svc-1.k1',
};

function signed(changes: Partial<typeof toSign & { idempotencyKey: string }> = {}): SignedMessage {
  const message = { ...toSign, ...changes };
  const { base, signatureInput } = signatureBase(message);
  const { method, path, contentDigest } = message;
  const signature = `mingcha=:${createHmac('sha256', key).update(base).digest('base64')}:`;
  return { method, path, contentDigest, signatureInput, signature, idempotencyKey: changes.idempotencyKey };
}

const codeOf = (message: SignedMessage) => {
  const parsed = parseSignature(message);
  return parsed.kind === 'fault' ? parsed.code : 'none';
};
const input = signed().signatureInput ?? '';
const inputOfRetry = signed({ idempotencyKey: 'a-b-c' }).signatureInput ?? '';

describe('what a client signed is what the server checks', () => {
  test('by the words of the profile', () => {
    expect(input).toBe('mingcha=("@method" "@path" "content-digest");created=1790000000;nonce="abcdefghijklmnop";keyid="svc-1.k1"');
    expect(inputOfRetry).toBe(
      'mingcha=("@method" "@path" "content-digest" "idempotency-key");created=1790000000;nonce="abcdefghijklmnop";keyid="svc-1.k1"',
    );
    const base = [
      '"@method": POST',
      '"@path": /api/v1/verifications',
      `"content-digest": ${contentDigest}`,
      '"idempotency-key": a-b-c',
      `"@signature-params": ${inputOfRetry.slice('mingcha='.length)}`,
    ].join('\n');
    expect(signatureBase({ ...toSign, idempotencyKey: 'a-b-c' }).base).toBe(base);
    expect(parseSignature(signed({ idempotencyKey: 'a-b-c' }))).toEqual({
      kind: 'signed',
      keyId: 'svc-1.k1',
      createdSeconds: 1_790_000_000,
      nonce: 'abcdefghijklmnop',
      bodyDigest: new Uint8Array(bodyHash),
      signatureBytes: new Uint8Array(createHmac('sha256', key).update(base).digest()),
      base,
    });
  });

  test('whatever is signed, within the profile', () => {
    const text = (form: RegExp) => fc.stringMatching(form);
    fc.assert(
      fc.property(
        fc.constantFrom('POST', 'GET', 'PUT'),
        text(/^\/[A-Za-z0-9._~%/-]{0,40}$/),
        text(/^[A-Za-z0-9_-]{16,64}$/),
        text(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
        fc.option(text(/^[\x21-\x7e]{1,128}$/), { nil: undefined }),
        fc.integer({ min: 1, max: 999_999_999_999 }),
        (method, path, nonce, keyId, idempotencyKey, createdSeconds) => {
          const changes = { method, path, nonce, keyId, createdSeconds, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
          const { base } = signatureBase({ ...toSign, ...changes });
          expect(parseSignature(signed(changes))).toMatchObject({ kind: 'signed', keyId, nonce, createdSeconds, base });
        },
      ),
    );
  });

  test('the algorithm may be named, and is then part of what is signed', () => {
    const parsed = parseSignature({ ...signed(), signatureInput: `${input};alg="hmac-sha256"` });
    expect(parsed.kind === 'signed' && parsed.base.endsWith(`${input.slice('mingcha='.length)};alg="hmac-sha256"`)).toBe(true);
  });

  test('each part changes what is signed', () => {
    const other = [
      { method: 'PUT' },
      { path: '/api/v1/verifications/batch' },
      { contentDigest: contentDigest.replace(/=:./, '=:A') },
      { createdSeconds: 1_790_000_001 },
      { nonce: 'abcdefghijklmnoq' },
      { keyId: 'svc-1.k2' },
      { idempotencyKey: 'a' },
      { idempotencyKey: 'b' },
      {},
    ];
    expect(new Set(other.map((changes) => signatureBase({ ...toSign, ...changes }).base)).size).toBe(other.length);
  });
});

describe('what is not of the profile', () => {
  test.each([
    ['signature-missing', { signature: undefined }],
    ['signature-missing', { signatureInput: undefined }],
    ['content-digest-missing', { contentDigest: undefined }],
    ['idempotency-key-not-covered', { idempotencyKey: 'a-b-c' }],
    ['idempotency-key-not-sent', { signatureInput: inputOfRetry }],
    ['idempotency-key-malformed', { signatureInput: inputOfRetry, idempotencyKey: '' }],
    ['idempotency-key-malformed', { signatureInput: inputOfRetry, idempotencyKey: 'a b' }],
    ['idempotency-key-malformed', { signatureInput: inputOfRetry, idempotencyKey: 'a\n"@path": /' }],
    ['idempotency-key-malformed', { signatureInput: inputOfRetry, idempotencyKey: 'a'.repeat(129) }],
    ['path-malformed', { path: '' }],
    ['path-malformed', { path: '/api?x=1' }],
    ['path-malformed', { path: '/api#x' }],
    ['path-malformed', { path: '//\n"@method": GET' }],
    ['path-malformed', { path: 'http://example.com/api' }],
    ['path-malformed', { path: `/${'a'.repeat(2_048)}` }],
  ])('%s: %j', (code, changes) => {
    expect(codeOf({ ...signed(), ...changes })).toBe(code);
  });

  test.each([
    '',
    'mingcha',
    input.replace('mingcha=', 'sig1='),
    `${input}, sig1=("@method");created=1;nonce="abcdefghijklmnop";keyid="k"`,
    ` ${input}`,
    `${input} `,
    `${input}\n`,
    input.replace('"@method" "@path"', '"@path" "@method"'),
    input.replace('"@method" ', ''),
    input.replace(' "content-digest"', ''),
    input.replace('"content-digest"', '"content-digest" "content-digest"'),
    input.replace('"content-digest"', '"content-digest" "date"'),
    input.replace('"@path"', '"@target-uri"'),
    input.replace('"content-digest"', '"content-digest";sf'),
    input.replace('" "', '"  "'),
    input.replace(';created=1790000000', ''),
    input.replace('1790000000', '01790000000'),
    input.replace('1790000000', '-1'),
    input.replace('1790000000', '0'),
    input.replace('1790000000', '1790000000.5'),
    input.replace('1790000000', '1790000000000'),
    input.replace('1790000000', '１７９０００００００'),
    input.replace('abcdefghijklmnop', 'abcdefghijklmno'),
    input.replace('abcdefghijklmnop', 'a'.repeat(65)),
    input.replace('abcdefghijklmnop', 'abcdefghijklmno+'),
    input.replace('"abcdefghijklmnop"', 'abcdefghijklmnop'),
    input.replace('svc-1.k1', ''),
    input.replace('svc-1.k1', '.k1'),
    input.replace('svc-1.k1', 'k'.repeat(65)),
    input.replace('svc-1.k1', 'k\\"'),
    input.replace(';keyid="svc-1.k1"', ''),
    input.replace(';created=1790000000;nonce="abcdefghijklmnop"', ';nonce="abcdefghijklmnop";created=1790000000'),
    `${input};alg="rsa-v1_5-sha256"`,
    `${input};alg="hmac-sha256";alg="hmac-sha256"`,
    `${input};expires=1790000300`,
    `${input};tag="x"`,
    `mingcha=${'('.repeat(100)}`,
  ])('no Signature-Input of ours: %j', (signatureInput) => {
    expect(codeOf({ ...signed(), signatureInput })).toBe('signature-input-malformed');
  });

  const base64 = (bytes: number) => Buffer.alloc(bytes, 1).toString('base64');
  test.each([
    '',
    `mingcha=:${base64(31)}:`,
    `mingcha=:${base64(33)}:`,
    `mingcha=:${base64(32)}`,
    `mingcha=${base64(32)}`,
    `sig1=:${base64(32)}:`,
    `mingcha=:${base64(32).replace('=', '')}:`,
    `mingcha=:${base64(32).replace(/.=$/, 'F=')}:`,
    `mingcha=:${Buffer.alloc(32, 255).toString('base64url')}=:`,
    `mingcha=:${base64(32)}:, sig1=:${base64(32)}:`,
    `mingcha=:${base64(32)}:;x`,
    `mingcha=:${base64(32)}:\n`,
    'A'.repeat(1_000),
  ])('no Signature of ours: %j', (signature) => {
    expect(codeOf({ ...signed(), signature })).toBe('signature-malformed');
  });

  test.each([
    '',
    `sha-256=:${base64(31)}:`,
    `sha-512=:${base64(64)}:`,
    `sha-256=${base64(32)}`,
    `SHA-256=:${base64(32)}:`,
    `sha-256=:${base64(32)}:, sha-512=:${base64(64)}:`,
    `sha-256=:${base64(32).replace(/.=$/, 'F=')}:`,
    `sha-256=:${base64(32)}:\n`,
  ])('no Content-Digest of ours: %j', (contentDigest) => {
    expect(codeOf({ ...signed(), contentDigest })).toBe('content-digest-malformed');
  });

  test('nothing that comes in ends in anything but a code, nor adds a line to what is signed', () => {
    const any = fc.option(fc.string({ maxLength: 80 }), { nil: undefined });
    const header = (good: string | undefined) => fc.oneof(fc.constant(good), any);
    const good = signed({ idempotencyKey: 'a-b-c' });
    fc.assert(
      fc.property(
        header(good.contentDigest),
        fc.oneof(header(good.signatureInput), header(input)),
        header(good.signature),
        header('a-b-c'),
        fc.oneof(fc.constant('/api'), fc.string()),
        (contentDigest, signatureInput, signature, idempotencyKey, path) => {
          const parsed = parseSignature({ method: 'POST', path, contentDigest, signatureInput, signature, idempotencyKey });
          if (parsed.kind === 'signed') expect(parsed.base.split('\n')).toHaveLength(idempotencyKey === undefined ? 4 : 5);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test.each([
  [1_000, 1_000, 'timely'],
  [1_000, 1_300, 'timely'],
  [1_000, 1_301, 'too-old'],
  [1_300, 1_000, 'timely'],
  [1_301, 1_000, 'too-new'],
])('signed at %i, judged at %i: %s', (created, now, timeliness) => {
  expect(timelinessOf(created, now)).toBe(timeliness);
});

test('another window is a setting', () => {
  expect(timelinessOf(1_000, 1_011, 10)).toBe('too-old');
  expect(timelinessOf(1_000, 1_010, 10)).toBe('timely');
});
