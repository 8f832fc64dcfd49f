import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#domain/kernel';
import { birthDateInput, nameInput, personInput } from './digest-input.ts';

const id = 'A123456789';

test('the texts that are digested', () => {
  expect(personInput(id)).toBe('id\u0000A123456789');
  expect(nameInput(id, '王小明')).toBe('name\u0000A123456789\u0000王小明');
  expect(birthDateInput(id, '1986-01-02')).toBe('birth\u0000A123456789\u00001986-01-02');
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
