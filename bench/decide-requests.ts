// Requests under the four regulations, as JSON texts: of each, as many that are allowed as that are refused.
import { parseDecideRequest } from '#domain/query';
import { regulations } from '#regulations';

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
  grant: {
    role: 'user',
    from: '2018-01-01',
    until: null,
    revokedOn: null,
    purposes: ['social-assistance', 'elderly-welfare'],
    operations: ['insured-history', 'pension-status'],
  },
};
const clientService = {
  account: 's-1',
  person: 's-1',
  kind: 'client-service',
  address: '10.20.30.40',
  grant: {
    ...person.grant,
    role: 'client-service',
    purposes: ['eligibility'],
    operations: ['verify'],
    allowedAddresses: ['10.20.30.40', '2001:db8::1'],
  },
};
const historyQuery = {
  operation: 'insured-history',
  purpose: 'social-assistance',
  fields: ['insured-unit', 'insured-from', 'insured-until'],
  caseNumber: '社助-115-000123',
  reason: '低收入戶資格審查',
  subject: 'A123456789',
};
const claimQuery = { ...historyQuery, operation: 'verify', purpose: 'eligibility', fields: ['county-resident', 'low-income'] };

const bases = [
  { regulation: 'nantou-webir', at: '2026-03-02T10:15:00+08:00', actor: person, query: historyQuery },
  {
    regulation: 'taipei-webir',
    at: '2019-03-04T10:15:00+08:00',
    actor: { ...person, passwordChangedOn: '2019-01-15' },
    query: historyQuery,
  },
  { regulation: 'taoyuan-webir', at: '2026-03-02T10:15:00+08:00', actor: person, query: historyQuery },
  { regulation: 'nantou-verification', at: '2026-03-02T10:15:00+08:00', actor: clientService, query: claimQuery },
];
type Base = (typeof bases)[number];

/** Each is refused under every one of the four. */
const faults: readonly ((base: Base) => object)[] = [
  (base) => ({ ...base, query: { ...base.query, purpose: 'curiosity' } }),
  (base) => ({ ...base, actor: { ...base.actor, grant: null } }),
  (base) => ({ ...base, actor: { ...base.actor, grant: { ...base.actor.grant, revokedOn: '2018-02-01' } } }),
  (base) => ({ ...base, actor: { ...base.actor, grant: { ...base.actor.grant, purposes: [] } } }),
  (base) => ({ ...base, actor: { ...base.actor, grant: { ...base.actor.grant, operations: [], until: '2018-12-31' } } }),
];

export const requestTexts: readonly string[] = bases.flatMap((base) =>
  faults.flatMap((fault) => [JSON.stringify(base), JSON.stringify(fault(base))]),
);

/** From the text to a request that can be judged. */
export function readRequest(text: string) {
  const parsed = parseDecideRequest(JSON.parse(text), regulations);
  if (parsed.kind === 'malformed') throw new Error(`${parsed.place}: ${parsed.code}`);
  return parsed;
}
