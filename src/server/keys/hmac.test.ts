import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HmacSha256 } from './hmac.ts';

test.each([
  // RFC 4231, test cases 1, 2 and 6: a short key, one of letters, one longer than a block.
  [Buffer.alloc(20, 0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [Buffer.from('Jefe'), 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  [
    Buffer.alloc(131, 0xaa),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('RFC 4231', (key, text, digest) => {
  expect(new HmacSha256(key).digest(text).toString('hex')).toBe(digest);
});

test('gives what node:crypto gives, call after call under one key', () => {
  const mac = new HmacSha256(Buffer.alloc(32, 7));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 300, maxLength: 2_000 }),
    fc.constant('戶'.repeat(341)),
    fc.constant('戶'.repeat(342)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const expected = createHmac('sha256', Buffer.alloc(32, 7)).update(text).digest();
      expect(mac.digest(text)).toEqual(expected);
      expect(Buffer.from(mac.digestLatin1(text), 'latin1')).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
