import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { receiptFitsQr, receiptQr } from './receipt-qr.ts';

/** The modules that the drawing makes dark, by walking its path. */
function drawn(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(length); at += 1) rows[Number(y)]![Number(x) + at] = '#';
  }
  return rows.map((row) => row.join(''));
}

test('the drawing is the code, with its quiet zone', () => {
  const text = 'c2sp.org/tlog-proof@v1\nindex 1\n';
  const code = encode(text, { ecc: 'L', border: 4 }).data.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
  const rows = drawn(receiptQr(text)?.svg ?? '');
  expect(rows).toEqual(code);
  expect(rows.slice(0, 4).join('')).not.toContain('#');
});

test('the densest code that is printed is 5 cm wide, and a longer text has none', () => {
  expect(receiptQr('a'.repeat(1_465))?.widthMm).toBeCloseTo((125 + 8) * 0.38);
  expect(receiptQr('a'.repeat(1_466))).toBeUndefined();
  expect([receiptFitsQr('a'.repeat(1_465)), receiptFitsQr('記'.repeat(489))]).toEqual([true, false]);
});
