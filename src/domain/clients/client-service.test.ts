import { describe, expect, test } from 'vitest';
import { parseIpAddress } from '#domain/query';
import { foldService, isUsable, MisplacedServiceEvent, serviceGrant, type ServiceContent, type ServiceHappening } from './index.ts';

const ip = (text: string) => parseIpAddress(text)!; // addresses, all of them
const day = Date.parse('2026-11-02T10:00:00+08:00');
const hour = 3_600_000;

const content: ServiceContent = {
  name: '社會救助資訊系統',
  unit: '社會救助科',
  purposes: ['wide'],
  operations: ['op-a'],
  claims: ['a1'],
  addresses: [ip('192.0.2.7'), ip('2001:db8::7')],
  from: '2026-11-01',
  until: '2027-10-31',
  requestsPerDay: 1_000,
  personsPerDay: 500,
  contact: { name: '甲', reachedBy: '分機 1' },
  certificate: null,
};

/** Each an hour after the one before. */
const live = (...happened: ServiceHappening[]) =>
  foldService(happened.map((happening, at) => ({ at: day + at * hour, account: 'u-1', person: 'p-1', ...happening })));

const born = [{ kind: 'applied-for', application: 'a-1' }, { kind: 'set', application: 'a-1', content }, { kind: 'key-issued', key: 'ck_1' }] as const satisfies ServiceHappening[]; // prettier-ignore
const suspended = { kind: 'suspended', cause: 'enumeration', clause: 'EX-6' } as const;

test('applied for, set, with a key: in use', () => {
  expect(live(born[0])).toMatchObject({ state: 'applied-for', content: null, application: 'a-1' });
  expect(live(...born)).toEqual({
    state: 'in-use',
    content,
    addresses: content.addresses.map((address) => ({ address, since: day + hour })),
    keys: [{ id: 'ck_1', issuedAt: day + 2 * hour, usableUntil: null }],
    suspension: null,
    proposedBy: null,
    application: null,
  });
});

test('an application that comes to nothing leaves a service as it was, or never one', () => {
  expect(live(born[0], { kind: 'not-set', application: 'a-1' })).toMatchObject({ state: 'not-set', content: null, application: null });
  const unchanged = live(...born, { kind: 'applied-for', application: 'a-2' }, { kind: 'not-set', application: 'a-2' });
  expect(unchanged).toEqual(live(...born));
});

test('a change keeps the age of the addresses that stay, and the keys', () => {
  const changed = { ...content, addresses: [content.addresses[0]!, ip('192.0.2.9')] };
  const service = live(...born, { kind: 'applied-for', application: 'a-2' }, { kind: 'set', application: 'a-2', content: changed });
  expect(service.addresses).toEqual([
    { address: '192.0.2.7', since: day + hour },
    { address: '192.0.2.9', since: day + 4 * hour },
  ]);
  expect(service.keys).toHaveLength(1);
});

test('a change to a certificate ends the keys', () => {
  const changed = { ...content, certificate: 'ab'.repeat(32) };
  expect(live(...born, { kind: 'set', application: 'a-2', content: changed }).keys).toEqual([]);
});

describe('a suspension', () => {
  test('revokes the grant from its day on, and a change lifts it not', () => {
    const service = live(...born, suspended, { kind: 'set', application: 'a-2', content });
    expect(service).toMatchObject({ state: 'suspended', suspension: { cause: 'enumeration', clause: 'EX-6', at: day + 3 * hour } });
    expect(serviceGrant(service)?.revokedOn).toBe('2026-11-02');
  });

  test('is lifted by whoever confirms the proposal, or by an application', () => {
    const proposed = live(...born, suspended, { kind: 'resumption-proposed' });
    expect(proposed).toMatchObject({ state: 'suspended', proposedBy: 'p-1' });
    const resumed = live(...born, suspended, { kind: 'resumption-proposed' }, { kind: 'resumed', application: null });
    expect(resumed).toEqual(live(...born));
    const reopened = [
      { kind: 'applied-for', application: 'a-3' },
      { kind: 'resumed', application: 'a-3' },
    ] as const;
    expect(live(...born, suspended, ...reopened)).toEqual(live(...born));
  });

  test('resumed by a proposal, an application under way goes on', () => {
    const asked = [{ kind: 'applied-for', application: 'a-3' }, { kind: 'resumption-proposed' }, { kind: 'resumed', application: null }] as const; // prettier-ignore
    expect(live(...born, suspended, ...asked).application).toBe('a-3');
  });

  test('by the data’s owner takes the place of our own, and its proposal', () => {
    const provider = { kind: 'suspended', cause: 'provider', clause: 'EX-30' } as const;
    expect(live(...born, suspended, { kind: 'resumption-proposed' }, provider)).toMatchObject({ suspension: { cause: 'provider' }, proposedBy: null }); // prettier-ignore
  });
});

describe('keys', () => {
  const until = day + 30 * hour;
  const rotated = { kind: 'key-rotated', key: 'ck_2', othersUntil: until } as const;

  test('the old one works until the stated moment', () => {
    const [old, fresh] = live(...born, rotated).keys;
    expect(old).toMatchObject({ id: 'ck_1', usableUntil: until });
    expect([isUsable(old!, until - 1), isUsable(old!, until), isUsable(fresh!, until)]).toEqual([true, false, true]);
  });

  test('a later rotation never prolongs an older key', () => {
    const again = live(...born, rotated, { kind: 'key-rotated', key: 'ck_3', othersUntil: until + hour });
    expect(again.keys.map(({ id, usableUntil }) => [id, usableUntil])).toEqual([['ck_1', until], ['ck_2', until + hour], ['ck_3', null]]); // prettier-ignore
  });

  test('without an overlap the old one is gone at once', () => {
    const now = day + 3 * hour;
    expect(live(...born, { ...rotated, othersUntil: now }).keys.map(({ id }) => id)).toEqual(['ck_2']);
  });

  test('one that is issued beside others leaves them as they are', () => {
    const two = live(...born, { kind: 'key-issued', key: 'ck_2' }).keys;
    expect(two.map(({ id, usableUntil }) => [id, usableUntil])).toEqual([['ck_1', null], ['ck_2', null]]); // prettier-ignore
  });

  test('a revoked one is gone', () => {
    expect(live(...born, rotated, { kind: 'key-revoked', key: 'ck_1' }).keys.map(({ id }) => id)).toEqual(['ck_2']);
  });
});

test('a review takes addresses away', () => {
  const service = live(...born, { kind: 'addresses-removed', addresses: [ip('192.0.2.7')], review: '2026-H2' });
  expect(service.addresses.map(({ address }) => address)).toEqual(['2001:db8:0:0:0:0:0:7']);
  expect(service.content?.addresses).toEqual(['2001:db8:0:0:0:0:0:7']);
  expect(serviceGrant(service)?.allowedAddresses).toEqual(['2001:db8:0:0:0:0:0:7']);
});

test('an ended one has no key, no address and no grant', () => {
  const ended = live(...born, { kind: 'ended' });
  expect(ended).toMatchObject({ state: 'ended', keys: [], addresses: [] });
  expect(serviceGrant(ended)).toBeNull();
});

test('the grant says what was set', () => {
  expect(serviceGrant(live(born[0]))).toBeNull();
  expect(serviceGrant(live(...born))).toEqual({
    role: 'client-service',
    from: '2026-11-01',
    until: '2027-10-31',
    revokedOn: null,
    purposes: ['wide'],
    operations: ['op-a'],
    allowedAddresses: ['192.0.2.7', '2001:db8:0:0:0:0:0:7'],
    entrustedBy: null,
  });
});

test.each([
  ['none at all', []],
  ['nothing before an application', [born[1]]],
  ['no key before it is set', [born[0], born[2]]],
  ['no suspension before it is set', [born[0], suspended]],
  ['no resumption of what is in use', [...born, { kind: 'resumed', application: null }]],
  ['no proposal for what is in use', [...born, { kind: 'resumption-proposed' }]],
  ['nothing after an application that came to nothing', [born[0], { kind: 'not-set', application: 'a-1' }, born[1]]],
  ['nothing after the end', [...born, { kind: 'ended' }, born[2]]],
] as const)('events that have no place: %s', (_what, happened) => {
  expect(() => live(...happened)).toThrow(MisplacedServiceEvent);
});
