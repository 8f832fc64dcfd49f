import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex, type IsoDate } from '#domain/kernel';
import { birthDateDigest, birthDateInput, nameDigest, nameInput, personDigest, personInput, type HmacSha256 } from './digest-input.ts';

const hmac: HmacSha256 = (text) => createHmac('sha256', 'a key for tests').update(text, 'utf8').digest();
const id = 'A123456789';

test('the texts that are digested', () => {
  expect(personInput(id)).toBe('id\u0000A123456789');
  expect(nameInput(id, '王小明')).toBe('name\u0000A123456789\u0000王小明');
  expect(birthDateInput(id, '1986-01-02')).toBe('birth\u0000A123456789\u00001986-01-02');
});

test('the first sixteen bytes of HMAC-SHA-256', () => {
  // printf 'id\0A123456789' | openssl dgst -sha256 -hmac 'a key for tests', and so on.
  expect(toHex(personDigest(hmac, id))).toBe('ea3b18763b9fe17bee5fd64a0d6b04ef');
  expect(toHex(nameDigest(hmac, id, '王小明'))).toBe('6945583a8b680a7879b00376efe62e5b');
  expect(toHex(birthDateDigest(hmac, id, '1986-01-02'))).toBe('9777ebd91b569b4dca6f8bb1fee40e62');
});

test('another kind, another person or another value is another text', () => {
  // Few of each, so that parts of one could be taken for parts of the other.
  const person = fc.constantFrom('A123456789', 'A123456798');
  const name = fc.string({
    unit: fc.constantFrom('王', 'name', 'birth', '\u0000', 'A123456789', '1986-01-02'),
    minLength: 1,
    maxLength: 4,
  });
  const day = fc.constantFrom<IsoDate>('1986-01-02', '1986-01-03');
  const inputs = fc.oneof(
    person.map((id) => ({ of: ['id', id], text: personInput(id) })),
    fc.tuple(person, name).map(([id, name]) => ({ of: ['name', id, name], text: nameInput(id, name) })),
    fc.tuple(person, day).map(([id, day]) => ({ of: ['birth', id, day], text: birthDateInput(id, day) })),
  );
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      expect(one.text === other.text).toBe(JSON.stringify(one.of) === JSON.stringify(other.of));
    }),
    { numRuns: 2_000 },
  );
});

test('two people of one name, and of one birthday, do not show as such', () => {
  expect(nameDigest(hmac, 'A123456789', '王小明')).not.toEqual(nameDigest(hmac, 'A123456798', '王小明'));
  expect(birthDateDigest(hmac, 'A123456789', '1986-01-02')).not.toEqual(birthDateDigest(hmac, 'A123456798', '1986-01-02'));
});
