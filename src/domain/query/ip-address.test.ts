import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseIpAddress } from './ip-address.ts';

describe('one address, one text', () => {
  test.each([
    ['10.20.30.40', '10.20.30.40'],
    ['255.255.255.255', '255.255.255.255'],
    ['0.0.0.0', '0.0.0.0'],
    ['2001:db8::1', '2001:db8:0:0:0:0:0:1'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8:0:0:0:0:0:1'],
    ['2001:db8:0:0:0:0:0.0.0.1', '2001:db8:0:0:0:0:0:1'],
    ['::', '0:0:0:0:0:0:0:0'],
    ['::1', '0:0:0:0:0:0:0:1'],
    ['1::', '1:0:0:0:0:0:0:0'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['::ffff:10.20.30.40', '10.20.30.40'],
    ['::FFFF:0a14:1e28', '10.20.30.40'],
    ['0:0:0:0:0:ffff:10.20.30.40', '10.20.30.40'],
    ['0000:0000:0000:0000:0000:ffff:255.255.255.255', '255.255.255.255'],
    ['::10.20.30.40', '0:0:0:0:0:0:a14:1e28'],
  ])('%s is %s', (text, canonical) => {
    expect(parseIpAddress(text)).toBe(canonical);
  });
});

test.each(
  ['', ' ', '10.20.30', '10.20.30.256', '10.20.30.40.50', '010.20.30.40', '10.20.30.40/32', '10.20.30.0/24', '10.20.30.40:80', ' 10.20.30.40', '10.20.30.40\n', '10.20.30.*', 'localhost']
    .concat([':', ':::', '1::2::3', '1:2:3:4::5:6:7:8::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::8', '12345::', 'g::', 'fe80::1%eth0', '[::1]', '::1/128', '1.2.3.4::', '::1.2.3.4:5', '::1.2.3.256', '1:', ':1']), // prettier-ignore
)('%j is no single address', (text) => {
  expect(parseIpAddress(text)).toBeUndefined();
});

test('a connection without an address has the unspecified one', () => {
  expect(addressOf('')).toBe(parseIpAddress('::'));
  expect(addressOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
});

test('takes what node:net takes, and gives equal texts for what the URL parser writes alike', () => {
  const written = (text: string) => new URL(`http://[${text}]/`).hostname;
  const group = fc.constantFrom('0', '00', '1', 'ffff', 'FFFF', 'a', '0a14');
  const piece = fc.oneof(group, fc.constantFrom('', '1.2.3.4', '::'));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV6(),
        fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(':')),
      ),
      (text) => {
        const parsed = parseIpAddress(text);
        expect(parsed !== undefined).toBe(isIP(text) !== 0);
        if (isIP(text) !== 6 || parsed === undefined) return;
        const isMapped = written(text).startsWith('[::ffff:') && !parsed.includes(':');
        expect(written(isMapped ? `::ffff:${parsed}` : parsed)).toBe(written(text));
      },
    ),
    { numRuns: 2000 },
  );
});
