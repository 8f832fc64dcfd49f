import fc from 'fast-check';
import { isIdCardNumber } from 'taiwan-id-validator';
import { describe, expect, test } from 'vitest';
import { checkNationalId, normaliseNationalId } from './national-id.ts';

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
const nationalId = fc.tuple(letter, fc.constantFrom('1', '2'), digits).map((parts) => parts.join(''));
const residentId = fc.tuple(letter, fc.constantFrom('8', '9', 'A', 'B', 'C', 'D'), digits).map((parts) => parts.join(''));

describe('identity numbers', () => {
  test('national ids: the oracle agrees, and about one in ten is valid', () => {
    let valid = 0;
    fc.assert(
      fc.property(nationalId, (id) => {
        const check = checkNationalId(id);
        valid += Number(check === 'valid');
        expect(check).toBe(isIdCardNumber(id) ? 'valid' : 'bad-check-digit');
      }),
      { numRuns: 3_000 },
    );
    expect(valid).toBeGreaterThan(200);
  });

  test('resident numbers, new and old: the oracle agrees', () => {
    fc.assert(
      fc.property(residentId, (id) => {
        expect(checkNationalId(id)).toBe(isIdCardNumber(id) ? 'valid' : 'bad-check-digit');
      }),
      { numRuns: 3_000 },
    );
  });

  test('exactly one check digit fits', () => {
    fc.assert(
      fc.property(fc.oneof(nationalId, residentId), (id) => {
        const checks = Array.from('0123456789', (digit) => checkNationalId(id.slice(0, 9) + digit));
        expect(checks.filter((check) => check === 'valid')).toHaveLength(1);
      }),
    );
  });

  test.each([
    '',
    'A12345678',
    'A1234567890',
    'A323456789',
    'AE23456789',
    '1123456789',
    'a123456789',
    'A12345678X',
    'A12345678９',
    'A123456789\n',
  ])('%j is of no known form', (id) => {
    expect(checkNationalId(id)).toBe('unknown-form');
  });

  test.each(['a123456789', ' A123456789 ', 'Ａ１２３４５６７８９', 'A1234 56789', 'a\u3000123456789'])('%j is A123456789', (text) => {
    expect(normaliseNationalId(text)).toBe('A123456789');
  });
});
