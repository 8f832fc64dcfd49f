// A regulation of no city that refuses on every ground there is, and a request that it allows. The engine's tests break one thing of
// the request at a time; so they hold with any of the real regulations taken away.
import { isoDateOf } from '#domain/kernel';
import type { DecideRequest, PersonActor } from '#domain/query';
import { refusalCodes, type Clause, type ClauseId, type RefusalCode, type Regulation } from '#domain/regulations';

/** `EX-1` … in the order of the codes. */
export const exampleClauses = Object.fromEntries(refusalCodes.map((code, at) => [code, `EX-${at + 1}`])) as Record<RefusalCode, ClauseId>;

const fromText = { source: 'text' } as const;

export const exampleRegulation: Regulation = {
  id: 'example',
  prefix: 'EX',
  title: '範例規定',
  issuedBy: '範例',
  issuedOn: '2020-01-01',
  ceasedOn: '2030-01-01',
  replacedBy: 'later-example',
  provider: 'owner',
  parties: [{ code: 'owner', name: '範例機關', clause: 'EX-30' }],
  roles: [
    { role: 'user', name: '使用者', clause: 'EX-30', holders: 'some', mayNotAlsoBe: [] },
    { role: 'supervisor', name: '主管', clause: 'EX-30', holders: 'some', mayNotAlsoBe: [] },
    { role: 'client-service', name: '介接服務', clause: 'EX-30', holders: 'some', mayNotAlsoBe: ['auditor'] },
    { role: 'auditor', name: '查核人員', clause: 'EX-30', holders: 'one', mayNotAlsoBe: ['client-service'] },
  ],
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
  forms: [
    {
      code: 'application',
      clause: 'EX-31',
      name: '申請表',
      asks: 'account',
      forRole: 'user',
      requires: ['purpose', 'legal-basis'],
      chain: [
        { by: 'user', does: 'files' },
        { by: 'supervisor', does: 'endorses' },
        { by: 'owner', does: 'sets' },
      ],
      keptAs: 'application-form',
    },
  ],
  settings: {
    passwordMaximumAgeMonths: { value: 3, ...fromText, clause: 'EX-17' },
    passwordMinimumAgeDays: { value: 1, source: 'default', reason: { zh: '未定日數。', en: 'No number is given.' }, clause: 'EX-17' },
    passwordMinimumLength: { value: 12, ...fromText, clause: 'EX-17' },
    passwordCharacterKinds: { value: ['upper', 'lower', 'digit'], ...fromText, clause: 'EX-17' },
    passwordsRemembered: { value: 3, ...fromText, clause: 'EX-17' },
    idleTimeoutMinutes: { value: 15, ...fromText, clause: 'EX-30' },
    officeHours: { value: { fromMinute: 480, untilMinute: 1080 }, ...fromText, clause: 'EX-16' },
  },
  sampling: { clause: 'EX-32', per: 'month', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: 'EX-32' },
  comparison: null,
  duties: [
    {
      code: 'list',
      clause: 'EX-32',
      name: '清冊',
      per: 'month',
      due: { kind: 'month-after' },
      ...fromText,
      by: 'auditor',
      through: 'query-list',
    },
    {
      code: 'report',
      clause: 'EX-32',
      name: '年報',
      per: 'year',
      due: { kind: 'day-of-year-after', month: 3, day: 31 },
      ...fromText,
      by: 'auditor',
      through: 'query-list',
    },
  ],
  onEvents: [
    {
      code: 'incident-notice',
      clause: 'EX-32',
      name: '通報',
      on: 'incident',
      withinDays: 7,
      by: 'supervisor',
      to: 'owner',
      through: 'notices',
    },
  ],
  retention: [
    { recordClass: 'application-form', clause: 'EX-31', keep: { kind: 'years', atLeast: 3, from: 'cancellation' }, ...fromText },
    { recordClass: 'query-log', clause: 'EX-31', keep: { kind: 'years', atLeast: 5, from: 'creation' }, ...fromText },
    { recordClass: 'query-result', clause: 'EX-31', keep: { kind: 'until', event: 'month-end' }, ...fromText },
  ],
  destruction: [
    {
      code: 'deletion',
      clause: 'EX-31',
      wording: { zh: '每月刪除。', en: 'Deleted every month.' },
      what: 'query-results',
      when: 'monthly',
      proof: 'destruction-record',
      through: 'custody',
    },
  ],
  liabilities: [{ clause: 'EX-33', wording: { zh: '自負其責。', en: 'Everybody answers for it.' }, acceptedBy: ['user'] }],
  clauses: [
    ...refusalCodes.map((code): Clause => ({
      id: exampleClauses[code],
      kinds: ['P'],
      wording: { zh: `範例：${code}`, en: `example: ${code}` },
      answers: [{ by: 'refusal', codes: [code] }],
    })),
    {
      id: 'EX-30',
      kinds: ['P'],
      wording: { zh: '範例：人員與參數', en: 'example: people and parameters' },
      answers: [
        { by: 'role', roles: ['user', 'supervisor', 'client-service', 'auditor'] },
        {
          by: 'setting',
          names: [
            'passwordMaximumAgeMonths',
            'passwordMinimumLength',
            'passwordCharacterKinds',
            'passwordsRemembered',
            'idleTimeoutMinutes',
            'officeHours',
          ],
        },
      ],
    },
    {
      id: 'EX-31',
      kinds: ['R', 'F'],
      wording: { zh: '範例：表單與紀錄', en: 'example: forms and records' },
      answers: [
        { by: 'form', codes: ['application'] },
        { by: 'record', classes: ['application-form', 'query-log', 'query-result'] },
        { by: 'destruction', codes: ['deletion'] },
      ],
    },
    {
      id: 'EX-32',
      kinds: ['Y', 'D'],
      wording: { zh: '範例：查核', en: 'example: audits' },
      answers: [
        { by: 'duty', codes: ['list', 'report', 'incident-notice'] },
        { by: 'control', parts: ['audit-sample', 'audit-result'] },
      ],
    },
    {
      id: 'EX-33',
      kinds: ['H'],
      wording: { zh: '範例：責任', en: 'example: liability' },
      answers: [{ by: 'attestation', who: 'user', what: { zh: '已閱讀。', en: 'Has read it.' } }],
    },
  ],
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
    approval: { approvedBy: 'p-9', on: '2020-01-01' },
  },
  repealed: [],
};
