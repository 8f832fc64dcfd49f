import { expect, test } from 'vitest';
import { receiptFitsQr, receiptQr } from './receipt-qr.ts';

test('the densest code that is printed is 58 mm wide, and a longer text has none', () => {
  expect(receiptQr('a'.repeat(1_952))?.widthMm).toBeCloseTo((145 + 8) * 0.38);
  expect(receiptQr('a'.repeat(1_953))).toBeUndefined();
  expect([receiptFitsQr('a'.repeat(1_952)), receiptFitsQr('記'.repeat(651))]).toEqual([true, false]);
});
