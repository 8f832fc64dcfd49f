import { describe, expect, test } from 'vitest';
import { exampleClauses, examplePerson, exampleRegulation, exampleRequest } from '../../../test/support/example-regulation.ts';
import type { IsoDate } from '#domain/kernel';
import { refusalCodes, type Regulation, type RefusalCode } from '#domain/regulations';
import { decide } from './decide.ts';
import type { ClientServiceActor, DecideRequest, Grant, PersonActor, Query } from './decide-request.ts';
import { parseIpAddress } from './ip-address.ts';

const exampleGrant = examplePerson.grant as Grant; // it has one

const at = (text: string): DecideRequest => ({ ...exampleRequest, at: Date.parse(text) });
const person = (change: Partial<PersonActor>): DecideRequest => ({ ...exampleRequest, actor: { ...examplePerson, ...change } });
const grant = (change: Partial<Grant>): DecideRequest => person({ grant: { ...exampleGrant, ...change } });
const query = (change: Partial<Query>): DecideRequest => ({ ...exampleRequest, query: { ...exampleRequest.query, ...change } });
/** A copy each time: nothing that was derived for an earlier test is known of it. */
const codes = (request: DecideRequest, regulation: Regulation = { ...exampleRegulation }) =>
  decide(regulation, request).refusals.map(({ code }) => code);

const today = '2026-03-02';
const yesterday = '2026-03-01';
const tomorrow = '2026-03-03';

function address(text: string) {
  return parseIpAddress(text) ?? expect.unreachable();
}

const clientService: ClientServiceActor = {
  kind: 'client-service',
  account: 's-1',
  person: 's-1',
  address: address('2001:db8::1'),
  grant: { ...exampleGrant, role: 'client-service', allowedAddresses: [address('192.0.2.9'), address('2001:DB8:0::0001')] },
};

test('what nothing speaks against is allowed, with the fields that were asked, in their order', () => {
  expect(decide(exampleRegulation, exampleRequest)).toEqual({ allowed: true, refusals: [], fields: ['a2', 'a1'] });
});

test('a client service at one of its addresses is allowed', () => {
  expect(codes({ ...exampleRequest, actor: clientService })).toEqual([]);
});

describe('each ground alone', () => {
  test.each<readonly [RefusalCode, string, DecideRequest]>([
    ['not-in-force', 'the day before issue', at('2019-12-31T23:59:59+08:00')],
    ['not-in-force', 'the day it ceased', at('2030-01-01T00:00:00+08:00')],
    ['case-number-missing', 'null', query({ caseNumber: null })],
    ['case-number-missing', 'only signs', query({ caseNumber: ' －-/（）。　' })],
    ['reason-missing', 'null', query({ reason: null })],
    ['reason-missing', 'one letter', query({ reason: '…查。' })],
    [
      'purpose-not-allowed',
      'unknown',
      { ...grant({ purposes: ['hobby'] }), query: { ...exampleRequest.query, purpose: 'hobby', fields: ['a2'] } },
    ],
    [
      'purpose-not-allowed',
      'a name that every object has',
      { ...grant({ purposes: ['constructor'] }), query: { ...exampleRequest.query, purpose: 'constructor' } },
    ],
    ['purpose-not-granted', 'not in the grant', grant({ purposes: ['narrow'] })],
    ['operation-not-granted', 'not in the grant', grant({ operations: ['op-b'] })],
    ['field-not-needed', 'one too many', query({ purpose: 'narrow', fields: ['a1', 'a2'] })],
    ['field-not-needed', 'of another operation', query({ fields: ['b1'] })],
    ['legal-basis-repealed', 'from that day', { ...exampleRequest, repealed: [{ basis: 'act-1', on: today }] }],
    ['consent-missing', 'none', query({ purpose: 'agreed' })],
    ['consent-missing', 'signed tomorrow', query({ purpose: 'agreed', citizenConsentOn: tomorrow })],
    ['grant-missing', 'none', person({ grant: null })],
    ['grant-not-current', 'begins tomorrow', grant({ from: tomorrow })],
    ['grant-not-current', 'ended yesterday', grant({ until: yesterday })],
    ['grant-not-current', 'revoked today', grant({ revokedOn: today })],
    ['not-in-service', 'suspended', person({ employment: 'suspended' })],
    ['not-in-service', 'transferred', person({ employment: 'transferred' })],
    ['not-in-service', 'left', person({ employment: 'left' })],
    ['personal-account', 'a role the regulation does not have', grant({ role: 'unit-manager' })],
    ['personal-account', 'a role that is for client services', grant({ role: 'client-service' })],
    ['vendor', 'of a vendor', person({ vendor: true })],
    ['outside-office', 'outside', person({ location: 'outside' })],
    ['outside-office-hours', 'a minute early', at('2026-03-02T07:59:59.999+08:00')],
    ['outside-office-hours', 'on the stroke of the end', at('2026-03-02T18:00:00+08:00')],
    ['outside-office-hours', 'a Saturday', at('2026-03-07T10:15:00+08:00')],
    ['outside-office-hours', 'a Sunday', at('2026-03-08T10:15:00+08:00')],
    ['password-too-old', 'three months and a day', person({ passwordChangedOn: '2025-12-01' })],
    ['certificate-missing', 'none', person({ citizenCertificate: false })],
    ['proxy-letter-missing', 'none', query({ onBehalfOf: { account: 'u-9', letterFiledOn: null } })],
    ['proxy-letter-missing', 'filed tomorrow', query({ onBehalfOf: { account: 'u-9', letterFiledOn: tomorrow } })],
    ['entrusting-consent-missing', 'none', grant({ entrustedBy: { authority: '甲局', consentedOn: null } })],
    ['entrusting-consent-missing', 'given tomorrow', grant({ entrustedBy: { authority: '甲局', consentedOn: tomorrow } })],
    ['approval-missing', 'none', query({ approval: null })],
    ['approval-missing', 'by the one who asks', query({ approval: { approvedBy: 'p-1', on: yesterday } })],
    ['approval-missing', 'by nobody', query({ approval: { approvedBy: ' ', on: yesterday } })],
    ['approval-missing', 'given tomorrow', query({ approval: { approvedBy: 'p-9', on: tomorrow } })],
    ['address-not-allowed', 'another', { ...exampleRequest, actor: { ...clientService, address: address('192.0.2.10') } }],
  ])('%s: %s', (code, _, request) => {
    const decision = decide({ ...exampleRegulation }, request);
    expect(decision).toMatchObject({ allowed: false, refusals: [{ code, clause: exampleClauses[code] }], fields: [] });
    expect(decision.refusals).toHaveLength(1);
    expect(decision.refusals[0]?.message).not.toBe('');
  });
});

describe('the last thing that is still allowed', () => {
  test.each<readonly [string, DecideRequest]>([
    [
      'the day of issue',
      {
        ...person({ grant: { ...exampleGrant, from: '2020-01-01' }, passwordChangedOn: null }),
        at: Date.parse('2020-01-01T10:00:00+08:00'),
      },
    ],
    ['the day before it ceased', { ...person({ passwordChangedOn: null }), at: Date.parse('2029-12-31T17:59:59+08:00') }],
    ['a case number of one digit', query({ caseNumber: '-７-' })],
    ['a case number of one letter beyond U+FFFF', query({ caseNumber: '𡘙' })],
    ['a reason of two letters far apart', query({ reason: '查\n—— ——\n驗' })],
    ['a reason of two letters beyond U+FFFF', query({ reason: '𡘙𡘙' })],
    ['the first day of the grant', grant({ from: today })],
    ['the last day of the grant', grant({ until: today })],
    ['revoked tomorrow', grant({ revokedOn: tomorrow })],
    ['the basis repealed tomorrow', { ...exampleRequest, repealed: [{ basis: 'act-1', on: tomorrow }] }],
    ['another basis repealed', { ...exampleRequest, repealed: [{ basis: 'act-2', on: yesterday }] }],
    [
      'the basis repealed, but consent signed today',
      { ...query({ citizenConsentOn: today }), repealed: [{ basis: 'act-1', on: yesterday }] },
    ],
    ['consent signed today, without a grant of the purpose', query({ purpose: 'agreed', citizenConsentOn: today })],
    ['a password changed three months ago today', person({ passwordChangedOn: '2025-12-02' })],
    ['no password', person({ passwordChangedOn: null })],
    ['the first second of office hours', at('2026-03-02T08:00:00+08:00')],
    ['the last second of office hours', at('2026-03-02T17:59:59.999+08:00')],
    ['office hours written in another offset', at('2026-03-02T00:00:00Z')],
    ['the letter filed today', query({ onBehalfOf: { account: 'u-9', letterFiledOn: today } })],
    ['approved today', query({ approval: { approvedBy: 'p-9', on: today } })],
    ['approved long ago, by somebody with the account name of who asks', query({ approval: { approvedBy: 'u-1', on: '2026-01-05' } })],
    ['the entrusting consent given today', grant({ entrustedBy: { authority: '甲局', consentedOn: today } })],
  ])('%s', (_, request) => {
    expect(codes(request)).toEqual([]);
  });
});

describe('a password at the end of a month', () => {
  test.each<readonly [IsoDate, IsoDate, boolean]>([
    ['2025-11-30', '2026-02-27', true],
    ['2025-11-30', '2026-03-02', false],
    ['2023-11-30', '2024-02-29', true],
    ['2023-11-30', '2024-03-01', false],
    ['2025-12-31', '2026-03-31', true],
    ['2025-12-31', '2026-04-01', false],
    ['2026-01-31', '2026-04-30', true],
    ['2026-01-31', '2026-05-01', false],
  ])('changed on %s, used on %s: %s', (passwordChangedOn, day, isFresh) => {
    const request = {
      ...person({ passwordChangedOn, grant: { ...exampleGrant, from: '2020-01-01' } }),
      at: Date.parse(`${day}T10:00:00+08:00`),
    };
    expect(codes(request)).toEqual(isFresh ? [] : ['password-too-old']);
  });
});

describe('the office calendar', () => {
  const calendar = { holidays: new Set<IsoDate>(['2026-03-02', '2026-03-07']), makeUpWorkingDays: new Set<IsoDate>(['2026-03-07']) };
  test.each([
    ['a holiday on a Monday', '2026-03-02T10:15:00+08:00', ['outside-office-hours']],
    ['a make-up working day on a Saturday', '2026-03-07T10:15:00+08:00', []],
    ['the evening of a make-up working day', '2026-03-07T18:00:00+08:00', ['outside-office-hours']],
    ['a Sunday that it does not name', '2026-03-08T10:15:00+08:00', ['outside-office-hours']],
    ['a Tuesday that it does not name', '2026-03-03T10:15:00+08:00', []],
  ])('%s', (_, time, expected) => {
    expect(decide(exampleRegulation, at(time), calendar).refusals.map(({ code }) => code)).toEqual(expected);
  });
});

describe('grounds together', () => {
  const everythingWrong: DecideRequest = {
    at: Date.parse('2026-03-08T23:00:00+08:00'),
    actor: {
      ...examplePerson,
      employment: 'left',
      vendor: true,
      location: 'outside',
      passwordChangedOn: '2025-01-01',
      citizenCertificate: false,
      grant: {
        ...exampleGrant,
        role: 'unit-manager',
        revokedOn: today,
        purposes: [],
        operations: [],
        entrustedBy: { authority: '甲局', consentedOn: null },
      },
    },
    query: {
      ...exampleRequest.query,
      purpose: 'narrow',
      caseNumber: null,
      reason: null,
      onBehalfOf: { account: 'u-9', letterFiledOn: null },
      approval: null,
    },
    repealed: [
      { basis: 'act-2', on: yesterday },
      { basis: 'act-2', on: today },
    ],
  };

  test('are all listed, once each, in the order of the codes', () => {
    const refusals = codes(everythingWrong);
    expect(refusals).toEqual(refusalCodes.filter((code) => refusals.includes(code)));
    expect(refusalCodes.filter((code) => !refusals.includes(code))).toEqual([
      'not-in-force',
      'purpose-not-allowed',
      'consent-missing',
      'grant-missing',
      'address-not-allowed',
    ]);
  });

  test('are not judged at all when the regulation is not in force', () => {
    expect(codes({ ...everythingWrong, at: Date.parse('2030-01-01T00:00:00+08:00') })).toEqual(['not-in-force']);
  });

  test('of the grant are not judged without a grant', () => {
    const { actor } = everythingWrong;
    const refusals = codes({ ...everythingWrong, actor: { ...actor, grant: null } });
    expect(refusals).toContain('grant-missing');
    for (const code of [
      'purpose-not-granted',
      'operation-not-granted',
      'grant-not-current',
      'personal-account',
      'entrusting-consent-missing',
    ] as const) {
      expect(refusals).not.toContain(code);
    }
  });

  test('an unknown purpose that is not granted is both, and its fields are not judged', () => {
    expect(codes(query({ purpose: 'hobby', fields: ['b1'] }))).toEqual(['purpose-not-allowed', 'purpose-not-granted']);
  });

  test('the rules for persons do not touch a client service', () => {
    const request = { ...everythingWrong, at: exampleRequest.at, actor: clientService, query: exampleRequest.query, repealed: [] };
    expect(codes(request)).toEqual([]);
  });
});

describe('what the regulation does not have', () => {
  test.each(refusalCodes.filter((code) => code !== 'not-in-force'))('%s: never refuses where the regulation has no such ground', (code) => {
    const { [code]: _, ...refusals } = exampleRegulation.refusals;
    const nothing = { ...exampleRequest, actor: { ...examplePerson, grant: null, employment: 'left', vendor: true } } as const;
    expect(codes(nothing, { ...exampleRegulation, refusals })).not.toContain(code);
  });

  test('an operation it does not know is never granted, even where a grant names it', () => {
    expect(codes({ ...grant({ operations: ['op-z'] }), query: { ...exampleRequest.query, operation: 'op-z' } })).toEqual([
      'operation-not-granted',
      'field-not-needed',
    ]);
  });

  test('consent does not stand in for the basis where the regulation does not say so', () => {
    const request = { ...query({ citizenConsentOn: yesterday }), repealed: [{ basis: 'act-1', on: yesterday }] } as const;
    expect(codes(request, { ...exampleRegulation, consentReplacesBasis: false })).toEqual(['legal-basis-repealed']);
  });

  test('it refuses at no hour where it sets no office hours', () => {
    const settings = { ...exampleRegulation.settings, officeHours: null };
    expect(codes(at('2026-03-02T03:00:00+08:00'), { ...exampleRegulation, settings })).toEqual([]);
  });

  test('without days of issue and end it is always in force', () => {
    expect(codes(at('2099-03-02T10:15:00+08:00'), { ...exampleRegulation, issuedOn: null, ceasedOn: null })).toEqual(['password-too-old']);
  });
});
