import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, equalBytes, fromBase64, fromBase64Url, fromHex, fromUtf8, toBase64, toBase64Url, toHex, utf8 } from './bytes.ts';

const bytes = fc.uint8Array({ maxLength: 80 });

describe('bytes and their texts', () => {
  test('agree with Node, both ways', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const node = Buffer.from(value);
        expect([toHex(value), toBase64(value), toBase64Url(value)]).toEqual([
          node.toString('hex'),
          node.toString('base64'),
          node.toString('base64url'),
        ]);
        expect(fromHex(node.toString('hex'))).toEqual(value);
        expect(fromBase64(node.toString('base64'))).toEqual(value);
        expect(fromBase64Url(node.toString('base64url'))).toEqual(value);
      }),
    );
  });

  test('RFC 4648, section 10', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase64(utf8(text)))).toEqual([
      '',
      'Zg==',
      'Zm8=',
      'Zm9v',
      'Zm9vYg==',
      'Zm9vYmE=',
      'Zm9vYmFy',
    ]);
  });

  test('one text for one value: whatever decodes is what encoding gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgw+/-_=Zz09 \n'), maxLength: 12 }), (text) => {
        for (const [decode, encode] of [
          [fromBase64, toBase64],
          [fromBase64Url, toBase64Url],
        ] as const) {
          let decoded: Uint8Array;
          try {
            decoded = decode(text);
          } catch {
            continue;
          }
          expect(encode(decoded)).toBe(text);
        }
      }),
    );
  });

  test.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zg==\n', 'Zm-_', 'Zg===', '=', '====', 'Z===', 'Zm 9v'])('%j is not base64', (text) => {
    expect(() => fromBase64(text)).toThrow(expect.objectContaining({ code: 'not-base64' }));
  });

  test.each(['Zg==', 'Zh', 'A', 'Zm+/', 'Zg\n'])('%j is not base64url', (text) => {
    expect(() => fromBase64Url(text)).toThrow(expect.objectContaining({ code: 'not-base64' }));
  });

  test.each(['a', 'gg', '0x00', '0 0', '٠٠', '-1'])('%j is not hexadecimal', (text) => {
    expect(() => fromHex(text)).toThrow(expect.objectContaining({ code: 'not-hexadecimal' }));
  });

  test('either case of hexadecimal letters', () => expect(toHex(fromHex('aBCd'))).toBe('abcd'));

  test.each([[0xc0, 0x80], [0xff], [0xe2, 0x82], [0xed, 0xa0, 0x80]])('the bytes %j… are not UTF-8', (...values) => {
    expect(() => fromUtf8(Uint8Array.from(values))).toThrow(expect.objectContaining({ code: 'not-utf8' }));
  });

  test('UTF-8 keeps a byte-order mark and has no place for a lone surrogate', () => {
    expect(fromUtf8(utf8('\uFEFF明查𠮷'))).toBe('\uFEFF明查𠮷');
    expect(() => utf8('\uD800')).toThrow(expect.objectContaining({ code: 'lone-surrogate' }));
  });

  test('joining and comparing', () => {
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(equalBytes(one, other)).toBe(Buffer.compare(one, other) === 0);
      }),
    );
    fc.assert(
      fc.property(bytes, (value) => {
        expect(equalBytes(value, Uint8Array.from(value))).toBe(true);
      }),
    );
  });
});
