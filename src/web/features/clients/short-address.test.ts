import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIpAddress } from '#domain/query';
import { shortAddress } from './short-address.ts';

test.each([
  ['10.20.30.40', '10.20.30.40'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['2001:db8:0:0:0:0:0:5', '2001:db8::5'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['fe80:10:0:0:0:0:0:0', 'fe80:10::'],
  ['a0:0:0:b:c:d:e:f', 'a0::b:c:d:e:f'],
  ['no address', 'no address'],
])('%s is written %s', (address, written) => expect(shortAddress(address)).toBe(written));

test('what is written is the same address', () => {
  const group = fc.oneof(
    fc.constant('0'),
    fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16)),
  );
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const address = groups.join(':');
      expect(parseIpAddress(shortAddress(address))).toBe(parseIpAddress(address));
    }),
  );
});
