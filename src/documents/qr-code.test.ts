import decodeQr from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrCode, type QrCode } from './qr-code.ts';

const pixelsPerModule = 4;

/** Walks the path and paints it, as a printer does. */
function painted({ path, size }: QrCode): { width: number; height: number; data: Uint8Array } {
  const width = size * pixelsPerModule;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    const [left, right] = [Number(x) * pixelsPerModule, (Number(x) + Number(length)) * pixelsPerModule];
    for (let line = Number(y) * pixelsPerModule; line < (Number(y) + 1) * pixelsPerModule; line += 1)
      for (let at = left; at < right; at += 1) data.set([0, 0, 0], (line * width + at) * 4);
  }
  return { width, height: width, data };
}

test.each([1, 300, 1_465, 2_953])('a text of %d bytes is read back from the drawing by another program', (length) => {
  const text = Array.from({ length }, (_, at) => 'c2sp.org/tlog-proof@v1 0123456789+=\n'.charAt((at * 7) % 36)).join('');
  expect(decodeQr(painted(qrCode(text) ?? expect.fail('it fits')))).toBe(text);
});

test('Chinese is read back; the quiet zone stays white; what is too long has no code', () => {
  const code = qrCode('紀錄：低收入戶資格審查') ?? expect.fail('it fits');
  expect(decodeQr(painted(code))).toBe('紀錄：低收入戶資格審查');
  expect(
    painted(code)
      .data.subarray(0, code.size * pixelsPerModule * 4 * 4 * pixelsPerModule)
      .every((value) => value === 255),
  ).toBe(true);
  expect([qrCode('a'.repeat(2_954)), qrCode('記'.repeat(985))]).toEqual([undefined, undefined]);
});
