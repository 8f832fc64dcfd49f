import { expect, test } from 'vitest';
import { examplePerson, exampleRequest } from '../../../test/support/example-regulation.ts';
import type { ClientServiceActor, DecideRequest } from './decide-request.ts';
import { readStanding, requestOf, standingOf } from './standing.ts';

const service: ClientServiceActor = {
  kind: 'client-service',
  account: 's-1',
  person: 's-1',
  address: examplePerson.address,
  grant: examplePerson.grant && { ...examplePerson.grant, role: 'client-service', allowedAddresses: [examplePerson.address] },
};
const full: DecideRequest = {
  ...exampleRequest,
  actor: {
    ...examplePerson,
    passwordChangedOn: null,
    grant: examplePerson.grant && { ...examplePerson.grant, until: '2026-12-31', entrustedBy: { authority: '甲局', consentedOn: null } },
  },
  query: { ...exampleRequest.query, citizenConsentOn: '2026-03-01', onBehalfOf: { account: 'u-9', letterFiledOn: null }, approval: null },
  repealed: [{ basis: 'act-2', on: '2026-02-01' }],
};

test.each<readonly [string, DecideRequest]>([
  ['a person', exampleRequest],
  ['a person with everything there is', full],
  ['a person without a grant', { ...full, actor: { ...examplePerson, grant: null } }],
  ['a client service', { ...full, actor: service }],
])('%s: what was judged can be put together again from JSON', (_, request) => {
  const standing = readStanding(JSON.parse(JSON.stringify(standingOf(request))), 'standing');
  const { actor, query, at } = request;
  const { citizenConsentOn: _consent, onBehalfOf: _proxy, approval: _approval, ...asked } = query;
  expect(requestOf(at, actor, asked, standing)).toEqual(request);
});

test('it holds nothing of who asked, about whom and why', () => {
  expect(JSON.stringify(standingOf(full))).not.toMatch(/u-1"|p-1"|192\.0\.2\.1|A123456789|社助|資格審查/);
});

test.each([
  ['another kind', { ...standingOf(full), kind: 'robot' }, 'unknown-value'],
  ['an unknown fact', { ...standingOf(full), mood: 'good' }, 'unknown-key'],
  ['a person’s fact at a client service', { ...standingOf({ ...full, actor: service }), vendor: false }, 'unknown-key'],
])('%s is no standing', (_, value, code) => {
  expect(() => readStanding(value, 'standing')).toThrow(expect.objectContaining({ code }));
});
