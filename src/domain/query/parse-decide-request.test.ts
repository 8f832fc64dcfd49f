import { describe, expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import type { Regulation } from '#domain/regulations';
import { parseDecideRequest } from './parse-decide-request.ts';

const otherRegulation: Regulation = {
  ...exampleRegulation,
  id: 'other',
  legalBases: [{ code: 'act-7', name: '第七法', clause: 'EX-4' }],
  roles: exampleRegulation.roles.filter(({ role }) => role !== 'client-service'),
};
const regulations = [exampleRegulation, otherRegulation];

const grant = {
  role: 'user',
  from: '2026-01-01',
  until: null,
  revokedOn: null,
  purposes: ['wide'],
  operations: ['op-a'],
  allowedAddresses: [],
  entrustedBy: null,
};
const person = {
  account: 'u-1001',
  person: 'p-1',
  kind: 'person',
  employment: 'active',
  vendor: false,
  location: 'office',
  address: '10.20.30.40',
  passwordChangedOn: '2026-01-15',
  citizenCertificate: true,
  grant,
};
const service = {
  account: 's-1',
  person: 's-1',
  kind: 'client-service',
  address: '::ffff:10.20.30.40',
  grant: { ...grant, role: 'client-service', allowedAddresses: ['10.20.30.40', '2001:db8::1'] },
};
const query = {
  operation: 'op-a',
  purpose: 'wide',
  fields: ['a1', 'a2'],
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
  subject: 'A123456789',
  citizenConsentOn: null,
  onBehalfOf: null,
  approval: { approvedBy: 'p-9', on: '2026-03-02' },
};
const request = { regulation: 'example', at: '2026-03-02T10:15:00+08:00', actor: person, query, repealed: [] };

function without(value: object, ...path: readonly string[]): object {
  const [key = '', ...rest] = path;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (name !== key) return [[name, inner]];
      return rest.length === 0 ? [] : [[name, without(inner, ...rest)]];
    }),
  );
}

function changed(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? changed(item, rest, to) : item));
  const object = value as Readonly<Record<string, unknown>>; // paths in these tests go through objects and lists only
  return { ...object, [key]: changed(object[key], rest, to) };
}

describe('what is a request', () => {
  test('one of a person', () => {
    expect(parseDecideRequest(request, regulations)).toEqual({
      kind: 'request',
      regulation: exampleRegulation,
      request: { at: Date.parse('2026-03-02T02:15:00Z'), actor: person, query, repealed: [] },
    });
  });

  test('one of a client service, with nothing that only persons have; addresses are canonical', () => {
    const parsed = parseDecideRequest({ ...request, actor: service }, regulations);
    expect(parsed).toMatchObject({
      kind: 'request',
      request: {
        actor: { kind: 'client-service', address: '10.20.30.40', grant: { allowedAddresses: ['10.20.30.40', '2001:db8:0:0:0:0:0:1'] } },
      },
    });
  });

  test.each([
    [['repealed']],
    [['query', 'citizenConsentOn']],
    [['query', 'onBehalfOf']],
    [['actor', 'grant', 'allowedAddresses']],
    [['actor', 'grant', 'entrustedBy']],
  ])('one without %j, which then is as if empty', (path) => {
    expect(parseDecideRequest(without(request, ...path), regulations)).toEqual(parseDecideRequest(request, regulations));
  });

  test.each([
    ['no grant', ['actor', 'grant'], null],
    ['no password', ['actor', 'passwordChangedOn'], null],
    ['a password changed today', ['actor', 'passwordChangedOn'], '2026-03-02'],
    ['a grant of one day', ['actor', 'grant', 'until'], '2026-01-01'],
    ['any string as purpose', ['query', 'purpose'], '__proto__'],
    ['any string as granted purpose', ['actor', 'grant', 'purposes'], ['', 'x']],
    ['a subject of an old form', ['query', 'subject'], 'AC01234567'],
    ['an empty subject', ['query', 'subject'], ''],
    ['no case number', ['query', 'caseNumber'], null],
    ['no approval', ['query', 'approval'], null],
    ['a proxy', ['query', 'onBehalfOf'], { account: 'u-9', letterFiledOn: '2026-03-01' }],
    ['an entrusting agency', ['actor', 'grant', 'entrustedBy'], { authority: '甲局', consentedOn: null }],
    ['a repealed basis', ['repealed'], [{ basis: 'act-1', on: '2026-02-01' }]],
    ['a repealed basis of another regulation', ['repealed'], [{ basis: 'act-7', on: '2026-02-01' }]],
  ] as const)('%s', (_, path, value) => {
    expect(parseDecideRequest(changed(request, path, value), regulations)).toMatchObject({ kind: 'request' });
  });
});

const requiredKeys = [
  ...['regulation', 'at', 'actor', 'query'].map((key) => [key]),
  ...Object.keys(person).map((key) => ['actor', key]),
  ...Object.keys(without(without(grant, 'allowedAddresses'), 'entrustedBy')).map((key) => ['actor', 'grant', key]),
  ...['operation', 'purpose', 'fields', 'caseNumber', 'reason', 'subject', 'approval'].map((key) => ['query', key]),
];

describe('what is malformed', () => {
  test.each(requiredKeys.map((path) => [path.join('.'), path] as const))('without %s', (place, path) => {
    expect(parseDecideRequest(without(request, ...path), regulations)).toEqual({ kind: 'malformed', place, code: 'missing-key' });
  });

  test.each(['account', 'person', 'kind', 'address', 'grant'])('a client service without %s', (key) => {
    const actor = without(service, key);
    expect(parseDecideRequest({ ...request, actor }, regulations)).toEqual({
      kind: 'malformed',
      place: `actor.${key}`,
      code: 'missing-key',
    });
  });

  test.each([
    [[]],
    [['actor']],
    [['actor', 'grant']],
    [['query']],
    [['query', 'onBehalfOf']],
    [['query', 'approval']],
    [['actor', 'grant', 'entrustedBy']],
    [['repealed', 0]],
  ])('an unknown key in %j', (path) => {
    const full = {
      ...request,
      repealed: [{ basis: 'act-1', on: '2026-02-01' }],
      query: { ...query, onBehalfOf: { account: 'u-9', letterFiledOn: null } },
      actor: { ...person, grant: { ...grant, entrustedBy: { authority: '甲局', consentedOn: null } } },
    };
    const place = `${path.join('.').replace('.0', '[0]')}.extra`.replace(/^\./, '');
    expect(parseDecideRequest(full, regulations)).toMatchObject({ kind: 'request' });
    expect(parseDecideRequest(changed(full, [...path, 'extra'], 1), regulations)).toEqual({
      kind: 'malformed',
      place,
      code: 'unknown-key',
    });
  });

  test('a key named __proto__', () => {
    const actor = Object.fromEntries([...Object.entries(person), ['__proto__', {}]]);
    expect(parseDecideRequest({ ...request, actor }, regulations)).toEqual({
      kind: 'malformed',
      place: 'actor.__proto__',
      code: 'unknown-key',
    });
  });

  test.each([
    ['regulation', ['regulation'], 'constructor', 'unknown-regulation'],
    ['regulation', ['regulation'], 7, 'not-a-text'],
    ['at', ['at'], '2026-03-02T10:15:00', 'not-an-instant'],
    ['at', ['at'], 1772417700, 'not-a-text'],
    ['actor', ['actor'], null, 'not-an-object'],
    ['actor', ['actor'], [person], 'not-an-object'],
    ['actor.kind', ['actor', 'kind'], 'robot', 'unknown-value'],
    ['actor.account', ['actor', 'account'], null, 'not-a-text'],
    ['actor.account', ['actor', 'account'], 'x'.repeat(4097), 'too-long'],
    ['actor.employment', ['actor', 'employment'], 'retired', 'unknown-value'],
    ['actor.vendor', ['actor', 'vendor'], 'false', 'not-true-or-false'],
    ['actor.vendor', ['actor', 'vendor'], 0, 'not-true-or-false'],
    ['actor.location', ['actor', 'location'], 'home', 'unknown-value'],
    ['actor.address', ['actor', 'address'], '10.20.30.0/24', 'not-an-address'],
    ['actor.passwordChangedOn', ['actor', 'passwordChangedOn'], '2026-02-30', 'not-a-date'],
    ['actor.passwordChangedOn', ['actor', 'passwordChangedOn'], '2026-03-03', 'password-in-future'],
    ['actor.citizenCertificate', ['actor', 'citizenCertificate'], null, 'not-true-or-false'],
    ['actor.grant', ['actor', 'grant'], [], 'not-an-object'],
    ['actor.grant.role', ['actor', 'grant', 'role'], 'auditor', 'unknown-value'],
    ['actor.grant.role', ['actor', 'grant', 'role'], 'client-service', 'role-not-of-kind'],
    ['actor.grant.from', ['actor', 'grant', 'from'], null, 'not-a-text'],
    ['actor.grant.from', ['actor', 'grant', 'from'], '2026-1-1', 'not-a-date'],
    ['actor.grant.until', ['actor', 'grant', 'until'], '2025-12-31', 'until-before-from'],
    ['actor.grant.revokedOn', ['actor', 'grant', 'revokedOn'], '', 'not-a-date'],
    ['actor.grant.purposes', ['actor', 'grant', 'purposes'], 'wide', 'not-a-list'],
    ['actor.grant.purposes[0]', ['actor', 'grant', 'purposes'], [null], 'not-a-text'],
    ['actor.grant.operations[1]', ['actor', 'grant', 'operations'], ['op-a', 'op-z'], 'unknown-operation'],
    ['actor.grant.allowedAddresses', ['actor', 'grant', 'allowedAddresses'], null, 'not-a-list'],
    ['actor.grant.allowedAddresses[0]', ['actor', 'grant', 'allowedAddresses'], ['10.0.0.0/8'], 'not-an-address'],
    ['actor.grant.entrustedBy.consentedOn', ['actor', 'grant', 'entrustedBy'], { authority: '甲局' }, 'missing-key'],
    ['query.operation', ['query', 'operation'], 'op-z', 'unknown-operation'],
    ['query.operation', ['query', 'operation'], 'toString', 'unknown-operation'],
    ['query.fields', ['query', 'fields'], [], 'no-fields'],
    ['query.fields[1]', ['query', 'fields'], ['a1', 'b1'], 'field-not-of-operation'],
    ['query.fields[2]', ['query', 'fields'], ['a1', 'a2', 'a1'], 'repeated-field'],
    ['query.purpose', ['query', 'purpose'], null, 'not-a-text'],
    ['query.caseNumber', ['query', 'caseNumber'], 123, 'not-a-text'],
    ['query.subject', ['query', 'subject'], null, 'not-a-text'],
    ['query.citizenConsentOn', ['query', 'citizenConsentOn'], '115-03-02', 'not-a-date'],
    ['query.onBehalfOf', ['query', 'onBehalfOf'], 'u-9', 'not-an-object'],
    ['query.onBehalfOf.letterFiledOn', ['query', 'onBehalfOf'], { account: 'u-9' }, 'missing-key'],
    ['query.approval', ['query', 'approval'], true, 'not-an-object'],
    ['query.approval.approvedBy', ['query', 'approval'], { approvedBy: null, on: '2026-03-02' }, 'not-a-text'],
    ['query.approval.on', ['query', 'approval'], { approvedBy: 'p-9', on: null }, 'not-a-text'],
    ['repealed', ['repealed'], null, 'not-a-list'],
    ['repealed[0].basis', ['repealed'], [{ basis: 'act-9', on: '2026-02-01' }], 'unknown-basis'],
    ['repealed[0].on', ['repealed'], [{ basis: 'act-1', on: '2026-02-30' }], 'not-a-date'],
  ] as const)('%s: %j set to %j', (place, path, value, code) => {
    expect(parseDecideRequest(changed(request, path, value), regulations)).toEqual({ kind: 'malformed', place, code });
  });

  test('an approval, given or null, where the regulation wants none', () => {
    const { 'approval-missing': _, ...refusals } = exampleRegulation.refusals;
    const wantsNone = [{ ...exampleRegulation, refusals }];
    for (const approval of [query.approval, null]) {
      expect(parseDecideRequest(changed(request, ['query', 'approval'], approval), wantsNone)).toEqual({
        kind: 'malformed',
        place: 'query.approval',
        code: 'unknown-key',
      });
    }
    expect(parseDecideRequest(without(request, 'query', 'approval'), wantsNone)).toMatchObject({
      kind: 'request',
      request: { query: { approval: null } },
    });
  });

  test('a client service where the regulation knows none', () => {
    const json = { ...request, regulation: 'other', actor: service };
    expect(parseDecideRequest(json, regulations)).toEqual({
      kind: 'malformed',
      place: 'actor.kind',
      code: 'client-service-not-of-regulation',
    });
  });

  test.each(['user', 'unit-manager', 'chief-manager', 'project-officer', 'responsible-person'])(
    'a client service with the role %s',
    (role) => {
      const actor = { ...service, grant: { ...service.grant, role } };
      expect(parseDecideRequest({ ...request, actor }, regulations)).toEqual({
        kind: 'malformed',
        place: 'actor.grant.role',
        code: 'role-not-of-kind',
      });
    },
  );

  test.each([
    ['employment', 'retired', 'unknown-value'],
    ['vendor', null, 'not-true-or-false'],
    ['passwordChangedOn', '2026-03-03', 'password-in-future'],
  ])('a client service whose %s, which it need not have, is %j', (key, value, code) => {
    const actor = { ...service, [key]: value };
    expect(parseDecideRequest({ ...request, actor }, regulations)).toEqual({ kind: 'malformed', place: `actor.${key}`, code });
  });

  test.each([[null], [[]], ['text'], [7]])('%j as a whole', (json) => {
    expect(parseDecideRequest(json, regulations)).toEqual({ kind: 'malformed', place: '', code: 'not-an-object' });
  });
});

test('a fault while reading is no malformed request', () => {
  const json = Object.defineProperty({ ...request }, 'regulation', { enumerable: true, get: () => { throw new TypeError('a fault'); } }); // prettier-ignore
  expect(() => parseDecideRequest(json, regulations)).toThrow(TypeError);
});
