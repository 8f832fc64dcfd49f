// A regulation of no city that refuses on every ground there is, and a request that it allows. The engine's tests break one thing of
// the request at a time; so they hold with any of the real regulations taken away.
import type { DecideRequest, PersonActor } from '#domain/query';
import { isoDateOf, refusalCodes, type ClauseId, type RefusalCode, type Regulation } from '#domain/regulations';

/** `EX-1` … in the order of the codes. */
export const exampleClauses = Object.fromEntries(refusalCodes.map((code, at) => [code, `EX-${at + 1}`])) as Record<RefusalCode, ClauseId>;

export const exampleRegulation: Regulation = {
  id: 'example',
  prefix: 'EX',
  title: '範例規定',
  issuedBy: '範例',
  issuedOn: '2020-01-01',
  ceasedOn: '2030-01-01',
  provider: '範例機關',
  legalBases: [
    { code: 'act-1', name: '第一法', clause: 'EX-4' },
    { code: 'act-2', name: '第二法', clause: 'EX-4' },
  ],
  purposes: [
    { code: 'wide', name: '寬', clause: 'EX-4', basis: { kind: 'law', code: 'act-1' }, needs: ['a1', 'a2', 'b1'] },
    { code: 'narrow', name: '窄', clause: 'EX-4', basis: { kind: 'law', code: 'act-2' }, needs: ['a1'] },
    { code: 'agreed', name: '同意', clause: 'EX-4', basis: { kind: 'consent' }, needs: ['a1', 'a2', 'b1'] },
  ],
  operations: [
    {
      code: 'op-a',
      name: '甲',
      fields: [
        { code: 'a1', name: '甲一' },
        { code: 'a2', name: '甲二' },
      ],
    },
    { code: 'op-b', name: '乙', fields: [{ code: 'b1', name: '乙一' }] },
  ],
  refusals: exampleClauses,
  consentReplacesBasis: true,
  roles: [
    { role: 'user', name: '使用者', clause: 'EX-10' },
    { role: 'client-service', name: '介接服務', clause: 'EX-21' },
    { role: 'auditor', name: '查核人員', clause: 'EX-10' },
  ],
  settings: {
    passwordMaximumAgeMonths: { value: 3, source: 'text', clause: 'EX-17' },
    passwordMinimumAgeDays: { value: 1, source: 'default', clause: 'EX-17' },
    officeHours: { value: { fromMinute: 480, untilMinute: 1080 }, source: 'default', clause: 'EX-16' },
  },
  sampling: { clause: 'EX-1', per: 'month', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: true },
  comparesEveryRow: null,
  duties: [{ code: 'list', clause: 'EX-1', name: '清冊', per: 'month', due: { kind: 'month-after' }, source: 'text' }],
  retention: [{ recordClass: 'query-log', atLeastYears: 5, clause: 'EX-1' }],
  clauses: refusalCodes.map((code) => ({
    id: exampleClauses[code],
    kinds: ['P'],
    wording: { zh: `範例：${code}`, en: `example: ${code}` },
    answers: [{ by: 'refusal', codes: [code] }],
  })),
};

/** A Monday at 10:15 in Taipei. */
export const exampleAt = Date.parse('2026-03-02T10:15:00+08:00');

export const examplePerson: PersonActor = {
  kind: 'person',
  account: 'u-1',
  person: 'p-1',
  address: '192.0.2.1' as PersonActor['address'], // an address as parseIpAddress would give it
  employment: 'active',
  vendor: false,
  location: 'office',
  passwordChangedOn: isoDateOf('2026-01-15'),
  citizenCertificate: true,
  grant: {
    role: 'user',
    from: '2026-01-01',
    until: null,
    revokedOn: null,
    purposes: ['wide', 'narrow'],
    operations: ['op-a', 'op-b'],
    allowedAddresses: [],
    entrustedBy: null,
  },
};

export const exampleRequest: DecideRequest = {
  at: exampleAt,
  actor: examplePerson,
  query: {
    operation: 'op-a',
    purpose: 'wide',
    fields: ['a2', 'a1'],
    caseNumber: '社助-115-000123',
    reason: '資格審查',
    subject: 'A123456789',
    citizenConsentOn: null,
    onBehalfOf: null,
  },
  repealed: [],
};
