import { expect, test } from 'vitest';
import { examplePlatform, reopeningForm as reopening, serviceForm as service } from '../../../test/support/example-platform.ts';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { clientClauses, reopeningForm, serviceForm } from './index.ts';

const decoys = {
  ...examplePlatform,
  forms: [...exampleRegulation.forms, reopening, service],
  duties: [...exampleRegulation.duties, ...examplePlatform.duties],
  onEvents: [...exampleRegulation.onEvents, ...examplePlatform.onEvents],
};

test('each clause is that of the rule it comes from, whatever stands before it', () => {
  expect([serviceForm(decoys)?.code, reopeningForm(decoys)?.code]).toEqual([service.code, reopening.code]);
  expect(clientClauses(decoys)).toEqual({
    setting: 'EX-31',
    addresses: decoys.refusals['address-not-allowed'],
    claims: decoys.refusals['field-not-needed'],
    purposes: decoys.refusals['purpose-not-allowed'],
    period: decoys.refusals['grant-not-current'],
    review: 'EX-33',
    provider: 'EX-30',
    reopening: 'EX-32',
  });
});

test('where a rule is not there, the form’s clause is cited; of addresses, theirs', () => {
  const bare = { ...decoys, refusals: {}, forms: [service], duties: exampleRegulation.duties, onEvents: exampleRegulation.onEvents };
  const everywhere = { addresses: 'EX-31', claims: 'EX-31', purposes: 'EX-31', period: 'EX-31', review: 'EX-31', provider: 'EX-31', reopening: 'EX-31' }; // prettier-ignore
  expect(clientClauses(bare)).toEqual({ setting: 'EX-31', ...everywhere });
  const listed = clientClauses({ ...bare, refusals: { 'address-not-allowed': 'EX-9' } });
  expect([listed?.addresses, listed?.review]).toEqual(['EX-9', 'EX-9']);
});

test('a regulation without the form has none', () => {
  expect(clientClauses(exampleRegulation)).toBeUndefined();
});
