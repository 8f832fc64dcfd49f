import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIpAddress, type IpAddress } from '#domain/query';
import { checkAddresses, maxAddresses, reviewAddresses, type AddressSurroundings, type LastUsed } from './address-rules.ts';

const ip = (text: string): IpAddress => parseIpAddress(text)!; // addresses, all of them
const clause = 'XX-3.7';

function check(texts: readonly string[], surroundings: Partial<AddressSurroundings> = {}) {
  const checked = checkAddresses(texts, { ofOthers: new Set(), clause, ...surroundings });
  if (checked.kind === 'addresses') return checked.addresses;
  expect(checked.kind).toBe('faults');
  expect(checked.faults.every((each) => each.clause === clause)).toBe(true);
  return checked.faults.map(({ code, at }) => [code, at]);
}

describe('the addresses of a service', () => {
  test('single addresses, one text each', () => {
    const texts = ['10.1.2.3', ' 203.0.113.9/32 ', '2001:DB8::7', '2001:db8::8/128', '::ffff:192.0.2.1'];
    expect(check(texts)).toEqual(['10.1.2.3', '203.0.113.9', '2001:db8:0:0:0:0:0:7', '2001:db8:0:0:0:0:0:8', '192.0.2.1']);
  });

  test.each(['10.1.2.0/24', '10.1.2.3/31', '0.0.0.0/0', '2001:db8::/64', '2001:db8::7/127', '2001:db8::7/32', '::ffff:192.0.2.1/32'])(
    '%s is a range',
    (text) => {
      expect(check([text])).toEqual([['address-range', 0]]);
    },
  );

  test.each([
    '',
    'localhost',
    '10.1.2',
    '10.1.2.3.4',
    '10.1.2.3:443',
    '010.1.2.3',
    '10.1.2.3/33',
    '10.1.2.3/',
    '10.1.2.3/-1',
    '10.1.2.3/032',
    '10.1.2.3/32/32',
  ])('%j is no address', (text) => {
    expect(check([text])).toEqual([['not-an-address', 0]]);
  });

  test.each(['2001:db8::7/129', '2001:db8::7%eth0', '10.1.2.3-10.1.2.9', '10.1.2.*', '[2001:db8::7]', '2001:db8::7/1e2'])(
    'nor is %j',
    (text) => {
      expect(check([text])).toEqual([['not-an-address', 0]]);
    },
  );

  const nobodys =
    '0.0.0.0 0.1.2.3 127.0.0.1 127.8.9.1 169.254.1.2 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 ' +
    ':: ::1 fe80::1 febf::1 ff02::1 ::ffff:127.0.0.1 ::ffff:169.254.1.2';
  test.each(nobodys.split(' '))('%s is no machine’s own', (text) => {
    expect(check([text])).toEqual([['address-not-of-one-machine', 0]]);
  });

  test.each([
    '1.0.0.1',
    '10.127.0.1',
    '1.169.254.9',
    '2001:db8::fe80:1',
    '2001:db8::ff02:1',
    '::1234',
    '10::',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.1.2',
    '169.255.1.2',
    '223.255.255.254',
    'fec0::1',
    'fe00::1',
    'fd00::1',
    '::2',
    '1::1',
  ])('%s is', (text) => {
    expect(check([text])).toEqual([ip(text)]);
  });

  test('loopback for a demonstration, and nothing more', () => {
    expect(check(['127.0.0.1', '::1'], { allowLoopback: true })).toEqual(['127.0.0.1', '0:0:0:0:0:0:0:1']);
    expect(check(['0.0.0.0', '169.254.1.2'], { allowLoopback: true })).toEqual([
      ['address-not-of-one-machine', 0],
      ['address-not-of-one-machine', 1],
    ]);
  });

  test('one address twice, however it is written, and one of another service', () => {
    expect(check(['192.0.2.1', '::ffff:c000:201'])).toEqual([['address-twice', 1]]);
    expect(check(['2001:db8::7', '2001:0DB8:0::7/128', '192.0.2.2'], { ofOthers: new Set([ip('192.0.2.2')]) })).toEqual([
      ['address-twice', 1],
      ['address-of-another-service', 2],
    ]);
  });

  test('none, and as many as there may be', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `192.0.2.${at}`);
    expect(check([])).toEqual([['no-addresses', null]]);
    expect(check(many(maxAddresses))).toHaveLength(16);
    expect(check(many(maxAddresses + 1))).toEqual([['too-many-addresses', null]]);
  });

  test('whatever is given, addresses of one machine each, or a fault', () => {
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      fc.string(),
      fc.ipV4().map((each) => `${each}/24`),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const checked = checkAddresses(texts, { ofOthers: new Set(), clause });
        if (checked.kind === 'faults') expect(checked.faults.length).toBeGreaterThan(0);
        else {
          expect(checked.addresses.map((each) => parseIpAddress(each))).toEqual(checked.addresses);
          expect(new Set(checked.addresses).size).toBe(texts.length);
        }
      }),
    );
  });
});

describe('the half-yearly review', () => {
  const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`);
  const review = (
    addresses: readonly (readonly [service: string, address: string, since: string])[],
    used: Record<string, string> = {},
  ) => {
    const services = Map.groupBy(addresses, ([service]) => service);
    const lastUsed: LastUsed = (service, address) => {
      const day = used[`${service} ${address}`];
      return day === undefined ? null : at(day);
    };
    return reviewAddresses(
      [...services].map(([service, rows]) => ({
        service,
        addresses: rows.map(([, address, since]) => ({ address: ip(address), since: at(since) })),
      })),
      lastUsed,
      { today: '2026-12-31', clause: 'XX-3.8' },
    );
  };

  test('an address that two services have', () => {
    const found = review(
      [
        ['甲', '192.0.2.1', '2026-12-01'],
        ['甲', '192.0.2.2', '2026-12-01'],
        ['乙', '::ffff:192.0.2.1', '2026-12-01'],
      ],
      { '乙 192.0.2.1': '2026-12-02' },
    );
    const both = { code: 'duplicate', address: '192.0.2.1', clause: 'XX-3.8' };
    expect(found).toEqual([
      { ...both, service: '甲', lastUsedAt: null, others: ['乙'] },
      { ...both, service: '乙', lastUsedAt: at('2026-12-02'), others: ['甲'] },
    ]);
  });

  test('an address that nobody used for half a year; a month that is shorter ends it earlier', () => {
    const idle = (since: string, used?: string) =>
      review([['甲', '192.0.2.1', since]], used === undefined ? {} : { '甲 192.0.2.1': used }).map(({ code }) => code);
    expect(idle('2026-06-29')).toEqual(['idle']);
    expect(idle('2026-06-30')).toEqual([]);
    expect(idle('2025-01-01', '2026-06-29')).toEqual(['idle']);
    expect(idle('2025-01-01', '2026-06-30')).toEqual([]);
    expect(review([['甲', '192.0.2.1', '2025-01-01']], { '甲 192.0.2.1': '2026-06-29' })).toEqual([
      { code: 'idle', service: '甲', address: '192.0.2.1', lastUsedAt: at('2026-06-29'), others: [], clause: 'XX-3.8' },
    ]);
  });

  test('from the first moment of the day half a year before', () => {
    const midnight = Date.parse('2026-06-30T00:00:00+08:00');
    const codes = (since: number, used: number | null) =>
      reviewAddresses([{ service: '甲', addresses: [{ address: ip('192.0.2.1'), since }] }], () => used, {
        today: '2026-12-30',
        clause,
      }).map(({ code }) => code);
    expect(codes(midnight - 1, null)).toEqual(['idle']);
    expect(codes(midnight, null)).toEqual([]);
    expect(codes(0, midnight - 1)).toEqual(['idle']);
    expect(codes(0, midnight)).toEqual([]);
  });

  test('what another service used is not used by this one', () => {
    const found = review(
      [
        ['甲', '192.0.2.1', '2025-01-01'],
        ['乙', '192.0.2.1', '2025-01-01'],
      ],
      { '乙 192.0.2.1': '2026-12-01' },
    );
    expect(found.map(({ code, service }) => [code, service])).toEqual([
      ['duplicate', '甲'],
      ['idle', '甲'],
      ['duplicate', '乙'],
    ]);
  });

  test('nothing to say', () => {
    expect(review([])).toEqual([]);
    expect(review([['甲', '192.0.2.1', '2026-12-01']])).toEqual([]);
  });
});
