import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex, utf8 } from '#domain/kernel';
import { sha256 } from '../../../test/vectors/ledger/reference-tree.ts';
import vectors from '../../../test/vectors/ledger/records.json' with { type: 'json' };
import { commitmentOf, compartmentBytes, openCompartment, type CompartmentLetter } from './compartment.ts';

const salt = new Uint8Array(32).fill(9);

describe('compartments', () => {
  test.each(vectors.compartments)('the known bytes and commitment of $letter', ({ letter, saltHex, value, bytesHex, commitmentHex }) => {
    const bytes = compartmentBytes(fromHex(saltHex), value);
    expect(toHex(bytes)).toBe(bytesHex);
    expect(toHex(commitmentOf(letter as CompartmentLetter, bytes, sha256))).toBe(commitmentHex);
    expect(openCompartment(bytes)).toMatchObject({ salt: fromHex(saltHex), value });
  });

  test('another letter, salt or value is another commitment', () => {
    const commit = (letter: CompartmentLetter, from: Uint8Array, value: number) =>
      toHex(commitmentOf(letter, compartmentBytes(from, { value }), sha256));
    const commitments = [commit('A', salt, 1), commit('B', salt, 1), commit('A', new Uint8Array(32), 1), commit('A', salt, 2)];
    expect(new Set(commitments).size).toBe(commitments.length);
  });

  test.each(['', '[]', '1', '{"b":1,"a":2}', '{"a":1,"a":1}', '{ }', '{"a":1e0}', '{"a":1} '])('%j is no compartment', (json) => {
    expect(() => openCompartment(concatBytes(salt, utf8(json)))).toThrow(expect.objectContaining({ code: 'compartment-malformed' }));
  });

  test('bounds', () => {
    expect(() => compartmentBytes(new Uint8Array(31), {})).toThrow(expect.objectContaining({ code: 'salt-length-wrong' }));
    expect(() => openCompartment(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'compartment-malformed' }));
    expect(() => commitmentOf('A', new Uint8Array(31), sha256)).toThrow(expect.objectContaining({ code: 'compartment-malformed' }));
    expect(() => openCompartment(concatBytes(salt, Uint8Array.of(0xff)))).toThrow(
      expect.objectContaining({ code: 'compartment-malformed' }),
    );
  });
});
