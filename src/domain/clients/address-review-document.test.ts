import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseIpAddress } from '#domain/query';
import { addressReviewDocument, reviewDigest, type ReviewedAddress } from './index.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const finding: ReviewedAddress = { service: 'cs-1', address: parseIpAddress('192.0.2.1')!, found: 'idle', lastUsedOn: null };

test('the document is canonical JSON of what was reviewed, by whom and what was removed', () => {
  const document = addressReviewDocument({
    origin: 'example.org/log',
    programme: 'platform',
    regulation: 'example-platform',
    clause: 'EX-33',
    period: '2026-H2',
    reviewer: { account: 'u-1', login: 'keeper', name: '甲' },
    signedAt: '2026-12-01T00:00:00Z',
    addresses: 3,
    findings: [finding],
  });
  expect(document).toBe(
    '{"addresses":3,"clause":"EX-33","findings":[{"address":"192.0.2.1","found":"idle","lastUsedOn":null,"service":"cs-1"}],' +
      '"kind":"mingcha-address-review-v1","origin":"example.org/log","period":"2026-H2","programme":"platform","regulation":"example-platform",' +
      '"reviewer":{"account":"u-1","login":"keeper","name":"甲"},"signedAt":"2026-12-01T00:00:00Z"}',
  );
});

test('the digest is of the period and the findings, and changes with each of them', () => {
  const canonical = '{"findings":[{"address":"192.0.2.1","found":"idle","lastUsedOn":null,"service":"cs-1"}],"period":"2026-H2"}';
  const digest = (period: string, ...findings: ReviewedAddress[]) => reviewDigest(period, findings, sha256);
  expect(digest('2026-H2', finding)).toBe(sha256(Buffer.from(canonical)).toString('hex'));
  const others = [
    digest('2026-H1', finding),
    digest('2026-H2'),
    digest('2026-H2', { ...finding, found: 'duplicate' }),
    digest('2026-H2', { ...finding, lastUsedOn: '2026-01-01' }),
  ];
  expect(new Set([...others, digest('2026-H2', finding)]).size).toBe(5);
});
