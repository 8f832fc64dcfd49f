import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskName, maskNationalId } from './masking.ts';

describe('masking', () => {
  test.each([
    ['A123456789', 'A12****789'],
    ['A12345678', '*********'],
    ['AB1', '***'],
    ['', ''],
  ])('id %s → %s', (id, masked) => expect(maskNationalId(id)).toBe(masked));

  test.each([
    ['陳怡君', '陳○君'],
    ['李明', '李○'],
    ['王', '○'],
    [' 李明 ', '李○'],
    ['歐陽娜娜', '歐○○娜'],
    ['𠮷野家', '𠮷○家'],
    ['林𠮷', '林○'],
    ['', ''],
  ])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  test('an id never shows more than six characters, and keeps its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABZ0189'), maxLength: 30 }), (id) => {
        const masked = maskNationalId(id);
        expect(masked).toHaveLength(id.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
