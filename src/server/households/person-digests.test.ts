import { expect, test } from 'vitest';
import { personDigests } from './person-digests.ts';

const digests = personDigests(Buffer.from('a key for tests'));
const id = 'A123456789';
const hex = (digest: string) => Buffer.from(digest, 'latin1').toString('hex');

test('the first sixteen bytes of HMAC-SHA-256', () => {
  // printf 'id\0A123456789' | openssl dgst -sha256 -hmac 'a key for tests', and so on.
  expect(hex(digests.person(id))).toBe('ea3b18763b9fe17bee5fd64a0d6b04ef');
  expect(hex(digests.name(id, '王小明'))).toBe('6945583a8b680a7879b00376efe62e5b');
  expect(hex(digests.birthDate(id, '1986-01-02'))).toBe('9777ebd91b569b4dca6f8bb1fee40e62');
});

test('two people of one name, and of one birthday, do not show as such', () => {
  expect(digests.name(id, '王小明')).not.toBe(digests.name('A123456798', '王小明'));
  expect(digests.birthDate(id, '1986-01-02')).not.toBe(digests.birthDate('A123456798', '1986-01-02'));
});

test('another key gives other digests, and shows by its fingerprint', () => {
  const others = personDigests(Buffer.from('another key'));
  expect(others.person(id)).not.toBe(digests.person(id));
  expect(others.keyFingerprint).not.toBe(digests.keyFingerprint);
});
