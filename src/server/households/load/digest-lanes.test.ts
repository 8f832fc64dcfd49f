import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDateOf } from '#domain/kernel';
import { birthDateInput, nameInput, personInput } from '#domain/verification';
import { personDigests } from '../person-digests.ts';
import { DigestLanes } from './digest-lanes.ts';

function digestAll(lanes: DigestLanes, texts: readonly string[]): string[] {
  const view = new DataView(new ArrayBuffer(16 * texts.length));
  for (const [at, text] of texts.entries()) lanes.digest(text, view, 16 * at);
  lanes.flush();
  return texts.map((_, at) => Buffer.from(view.buffer, 16 * at, 16).toString('hex'));
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.string({ unit: fc.constantFrom('a', '\0', 'é', '王', '𠮷', '\u07ff', '\uffff'), maxLength: 60 }),
);

test('any texts under any key, in any number, as node:crypto has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.array(anyText, { maxLength: 9 }), (key, texts) => {
      const expected = texts.map((text) => createHmac('sha256', key).update(text).digest('hex').slice(0, 32));
      expect(digestAll(new DigestLanes(key), texts)).toEqual(expected);
    }),
  );
});

test('every length about the end of a block, four after one another and alone', () => {
  const key = randomBytes(32);
  const lanes = new DigestLanes(key);
  for (let length = 0; length < 130; length += 1) {
    const text = 'x'.repeat(length);
    const expected = createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
    expect(digestAll(lanes, [text, text, text, text, text])).toEqual(Array.from({ length: 5 }, () => expected));
  }
});

test('what was looked up by one way is found by the other', () => {
  const key = randomBytes(32);
  const [id, name, day] = ['A123456789', '王大明', isoDateOf('1986-01-02')];
  const one = personDigests(key);
  const expected = [one.person(id), one.name(id, name), one.birthDate(id, day)].map((digest) =>
    Buffer.from(digest, 'latin1').toString('hex'),
  );
  expect(digestAll(new DigestLanes(key), [personInput(id), nameInput(id, name), birthDateInput(id, day)])).toEqual(expected);
});
