// A regulation that the program has never heard of, written down as one value: everything the program does by a regulation, it does by
// this one, and nothing in src knows it. docs/adding-a-regulation.md shows its rows.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assignAuditors, auditorsMayNotQuery, requiredSample, unassignedText } from '#domain/audits';
import { dutiesBetween } from '#domain/duties';
import { decide, parseDecideRequest } from '#domain/query';
import { checkRegulation, clauseState, mayFoundProgramme, parseRegulation, type Regulation } from '#domain/regulations';
import { retentionOf } from '#domain/retention';

const fifth: Regulation = {
  id: 'yunling-land',
  prefix: 'YL',
  title: '雲嶺縣政府使用地籍資料管理要點',
  issuedBy: '115年1月5日雲府地籍字第1150000001號函',
  issuedOn: '2026-01-05',
  ceasedOn: null,
  replacedBy: null,
  provider: 'land-office',
  parties: [{ code: 'land-office', name: '雲嶺縣地政事務所', clause: 'YL-1' }],
  roles: [
    { role: 'user', name: '查詢人員', clause: 'YL-2.1', holders: 'some', mayNotAlsoBe: [] },
    { role: 'unit-manager', name: '管理人員', clause: 'YL-2.1', holders: 'one', mayNotAlsoBe: [] },
    { role: 'supervisor', name: '單位主管', clause: 'YL-3.2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'auditor', name: '稽核人員', clause: 'YL-2.2', holders: 'some', mayNotAlsoBe: ['user', 'unit-manager'] },
  ],

  legalBases: [{ code: 'land-tax-9', name: '土地稅法第9條', clause: 'YL-3.1' }],
  purposes: [
    {
      code: 'tax-relief',
      name: '自用住宅用地稅率審核',
      clause: 'YL-3.1',
      basis: { kind: 'law', code: 'land-tax-9' },
      needs: ['parcel', 'owner-since'],
    },
  ],
  operations: [
    {
      code: 'land-title',
      name: '土地登記資料',
      fields: [
        { code: 'parcel', name: '地號' },
        { code: 'owner-since', name: '登記日期' },
        { code: 'mortgage', name: '他項權利' },
      ],
    },
  ],
  refusals: {
    'not-in-force': 'YL-1',
    'case-number-missing': 'YL-3.1',
    'purpose-not-allowed': 'YL-3.1',
    'purpose-not-granted': 'YL-3.1',
    'operation-not-granted': 'YL-3.1',
    'field-not-needed': 'YL-3.1',
    'grant-missing': 'YL-2.1',
    'grant-not-current': 'YL-2.1',
    'not-in-service': 'YL-2.1',
    'password-too-old': 'YL-2.3',
    'approval-missing': 'YL-3.2',
  },
  consentReplacesBasis: false,

  forms: [
    {
      code: 'user-application',
      clause: 'YL-2.1',
      name: '查詢權限申請表',
      asks: 'account',
      forRole: 'user',
      requires: ['purpose'],
      chain: [
        { by: 'user', does: 'files' },
        { by: 'supervisor', does: 'approves' },
        { by: 'unit-manager', does: 'sets' },
      ],
      keptAs: 'application-form',
    },
  ],
  settings: {
    passwordMaximumAgeMonths: { value: 3, source: 'text', clause: 'YL-2.3' },
    passwordMinimumAgeDays: {
      value: 1,
      source: 'default',
      reason: { zh: '要點未定最短效期；預設一日。', en: 'The text gives no shortest age; one day.' },
      clause: 'YL-2.3',
    },
    passwordMinimumLength: { value: 12, source: 'text', clause: 'YL-2.3' },
    passwordCharacterKinds: { value: ['upper', 'lower', 'digit', 'symbol'], source: 'text', clause: 'YL-2.3' },
    passwordsRemembered: { value: 3, source: 'text', clause: 'YL-2.3' },
    idleTimeoutMinutes: { value: 15, source: 'text', clause: 'YL-2.3' },
    officeHours: null,
  },
  sampling: { clause: 'YL-4.2', per: 'month', ratePercent: 5, minimumRows: 20, barsPreviousAuditor: null },
  comparison: null,

  duties: [
    {
      code: 'weekly-query-log',
      clause: 'YL-4.1',
      name: '列印上週查詢紀錄',
      per: 'week',
      due: { kind: 'days-after', days: 7 },
      source: 'text',
      by: 'unit-manager',
      through: 'attestations', // the program's own list is monthly: who printed the week's attests it
    },
    {
      code: 'sample-audit',
      clause: 'YL-4.2',
      name: '抽查查詢紀錄',
      per: 'month',
      due: { kind: 'day-of-month-after', day: 20 },
      source: 'text',
      by: 'auditor',
      through: 'audit-sample',
    },
    {
      code: 'account-review',
      clause: 'YL-4.3',
      name: '清查帳號權限',
      per: 'quarter',
      due: { kind: 'within' },
      source: 'text',
      by: 'unit-manager',
      through: 'account-review',
    },
  ],
  onEvents: [
    {
      code: 'incident-notice',
      clause: 'YL-5',
      name: '通報地政事務所',
      on: 'incident',
      withinDays: 1,
      by: 'unit-manager',
      to: 'land-office',
      through: 'notices',
    },
  ],
  retention: [
    {
      recordClass: 'application-form',
      clause: 'YL-2.1',
      keep: { kind: 'years', atLeast: 5, from: 'cancellation' },
      source: 'default',
      reason: { zh: '要點未定年限；比照查詢紀錄。', en: 'The text gives no period; as long as the query log.' },
    },
    { recordClass: 'query-log', clause: 'YL-4.1', keep: { kind: 'years', atLeast: 5, from: 'creation' }, source: 'text' },
    { recordClass: 'account-review', clause: 'YL-4.3', keep: { kind: 'years', atLeast: 2, from: 'creation' }, source: 'text' },
  ],
  destruction: [
    {
      code: 'printed-results',
      clause: 'YL-3.3',
      wording: { zh: '列印的查詢結果用畢即銷毀。', en: 'Printed results are destroyed once used.' },
      what: 'paper',
      when: 'at-once',
      proof: 'destruction-record',
      through: 'destruction',
    },
  ],
  liabilities: [{ clause: 'YL-6', wording: { zh: '違反者依法究責。', en: 'Breaches are pursued by law.' }, acceptedBy: ['user'] }],

  clauses: [
    {
      id: 'YL-1',
      kinds: ['P'],
      wording: { zh: '自115年1月5日起適用。', en: 'Applies from 2026-01-05.' },
      answers: [{ by: 'refusal', codes: ['not-in-force'] }],
    },
    {
      id: 'YL-2.1',
      kinds: ['P', 'F', 'R'],
      wording: { zh: '查詢權限經主管核准後由管理人員設定。', en: 'A supervisor approves each grant and the manager sets it.' },
      answers: [
        { by: 'role', roles: ['user', 'unit-manager'] },
        { by: 'form', codes: ['user-application'] },
        { by: 'record', classes: ['application-form'] },
        { by: 'refusal', codes: ['grant-missing', 'grant-not-current', 'not-in-service'] },
      ],
    },
    {
      id: 'YL-2.2',
      kinds: ['P'],
      wording: { zh: '查詢人員及管理人員不得兼任稽核人員。', en: 'Whoever queries or manages is no auditor.' },
      answers: [{ by: 'role', roles: ['auditor'] }],
    },
    {
      id: 'YL-2.3',
      kinds: ['P'],
      wording: {
        zh: '密碼每三個月變更；閒置十五分鐘自動登出。',
        en: 'Passwords change every three months; fifteen idle minutes sign out.',
      },
      answers: [
        { by: 'refusal', codes: ['password-too-old'] },
        {
          by: 'setting',
          names: [
            'passwordMaximumAgeMonths',
            'passwordMinimumLength',
            'passwordCharacterKinds',
            'passwordsRemembered',
            'idleTimeoutMinutes',
          ],
        },
      ],
    },
    {
      id: 'YL-3.1',
      kinds: ['P'],
      wording: { zh: '依法定業務、就個案所需欄位查詢。', en: 'Queries for a case, by law, with the fields it needs.' },
      answers: [
        {
          by: 'refusal',
          codes: ['case-number-missing', 'purpose-not-allowed', 'purpose-not-granted', 'operation-not-granted', 'field-not-needed'],
        },
      ],
    },
    {
      id: 'YL-3.2',
      kinds: ['P'],
      wording: { zh: '每次查詢前須經主管核可。', en: 'A supervisor approves before each query.' },
      answers: [
        { by: 'refusal', codes: ['approval-missing'] },
        { by: 'role', roles: ['supervisor'] },
      ],
    },
    {
      id: 'YL-3.3',
      kinds: ['R'],
      wording: { zh: '列印的查詢結果用畢即銷毀。', en: 'Printed results are destroyed once used.' },
      answers: [{ by: 'destruction', codes: ['printed-results'] }],
    },
    {
      id: 'YL-4.1',
      kinds: ['Y', 'R'],
      wording: { zh: '每週列印查詢紀錄，保存五年。', en: 'The query log is printed weekly and kept five years.' },
      answers: [
        { by: 'duty', codes: ['weekly-query-log'] },
        { by: 'record', classes: ['query-log'] },
      ],
    },
    {
      id: 'YL-4.2',
      kinds: ['Y', 'D'],
      wording: { zh: '每月20日前抽查上月紀錄5%，至少20筆。', en: 'By the 20th, 5 % of last month is audited, at least 20 rows.' },
      answers: [{ by: 'duty', codes: ['sample-audit'] }],
    },
    {
      id: 'YL-4.3',
      kinds: ['Y', 'R'],
      wording: { zh: '每三個月清查帳號權限，紀錄保存二年。', en: 'Accounts are reviewed every three months; kept two years.' },
      answers: [
        { by: 'duty', codes: ['account-review'] },
        { by: 'record', classes: ['account-review'] },
      ],
    },
    {
      id: 'YL-5',
      kinds: ['Y'],
      wording: { zh: '資安事故於一日內通報。', en: 'Incidents are notified within a day.' },
      answers: [{ by: 'duty', codes: ['incident-notice'] }],
    },
    {
      id: 'YL-6',
      kinds: ['H'],
      wording: { zh: '違反者依法究責。', en: 'Breaches are pursued by law.' },
      answers: [{ by: 'control', parts: ['liability-notice'] }],
    },
  ],
};

test('it agrees with itself, and a programme may be founded under it from its day on', () => {
  expect(() => checkRegulation(fifth)).not.toThrow();
  expect(mayFoundProgramme(fifth, '2026-01-05')).toBe(true);
  expect(mayFoundProgramme(fifth, '2026-01-04')).toMatchObject({ clause: 'YL-1' });
});

test('it is read from JSON as it was written', () => {
  expect(parseRegulation(JSON.parse(JSON.stringify(fifth)))).toStrictEqual({ kind: 'regulation', regulation: fifth });
});

const query = {
  operation: 'land-title',
  purpose: 'tax-relief',
  fields: ['parcel'],
  caseNumber: '稅字1150000123',
  reason: null,
  subject: 'A123456789',
};

function judged(change: object) {
  const request = {
    regulation: 'yunling-land',
    at: '2026-03-02T10:15:00+08:00',
    actor: {
      account: 'u-1',
      person: 'p-1',
      kind: 'person',
      employment: 'active',
      vendor: false,
      location: 'office',
      address: '192.0.2.1',
      passwordChangedOn: '2026-01-15',
      citizenCertificate: false,
      grant: { role: 'user', from: '2026-01-05', until: null, revokedOn: null, purposes: ['tax-relief'], operations: ['land-title'] },
    },
    query: { ...query, ...change },
  };
  const parsed = parseDecideRequest(request, [fifth]);
  return parsed.kind === 'request' ? decide(parsed.regulation, parsed.request) : parsed;
}

test.each([
  ['the supervisor', { approvedBy: 'p-9', on: '2026-03-02' }, []],
  ['nobody', null, ['YL-3.2']],
  ['who asks', { approvedBy: 'p-1', on: '2026-03-02' }, ['YL-3.2']],
  ['somebody, only tomorrow', { approvedBy: 'p-9', on: '2026-03-03' }, ['YL-3.2']],
])('a query approved by %s', (_, approval, clauses) => {
  expect(judged({ approval })).toMatchObject({ allowed: clauses.length === 0, refusals: clauses.map((clause) => ({ clause })) });
});

test('its other grounds cite their clauses, and what it does not ask for is not missed', () => {
  const approval = { approvedBy: 'p-9', on: '2026-03-02' };
  expect(judged({ approval, caseNumber: null, fields: ['parcel', 'mortgage'] })).toMatchObject({
    refusals: [
      { code: 'case-number-missing', clause: 'YL-3.1' },
      { code: 'field-not-needed', clause: 'YL-3.1' },
    ],
  });
  expect(judged({})).toEqual({ kind: 'malformed', place: 'query.approval', code: 'missing-key' });
});

test('its weeks, months and quarters fall due', () => {
  expect(dutiesBetween(fifth, '2026-03-20', '2026-04-06')).toEqual([
    { clause: 'YL-4.2', code: 'sample-audit', period: '2026-02', opensOn: '2026-03-01', dueOn: '2026-03-20' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W11', opensOn: '2026-03-16', dueOn: '2026-03-22' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W12', opensOn: '2026-03-23', dueOn: '2026-03-29' },
    { clause: 'YL-4.1', code: 'weekly-query-log', period: '2026-W13', opensOn: '2026-03-30', dueOn: '2026-04-05' },
  ]);
  // The first quarter began before the regulation was issued.
  expect(dutiesBetween(fifth, '2026-03-31', '2026-06-30').filter(({ code }) => code === 'account-review')).toEqual([
    { clause: 'YL-4.3', code: 'account-review', period: '2026-Q2', opensOn: '2026-04-01', dueOn: '2026-06-30' },
  ]);
});

test('its records end when it says', () => {
  const facts = { createdOn: '2026-03-02', cancelledOn: '2027-06-30' } as const;
  expect(retentionOf([fifth], 'application-form', facts)).toMatchObject({ kind: 'on', from: '2032-07-01', clause: 'YL-2.1' });
  expect(retentionOf([fifth], 'account-review', facts)).toMatchObject({ kind: 'on', from: '2028-03-03', clause: 'YL-4.3' });
  expect(retentionOf([fifth], 'raw-import', facts)).toEqual({ kind: 'unruled' });
});

test('who queries under it audits nobody', () => {
  const rule = fifth.sampling ?? expect.unreachable();
  expect([requiredSample(rule, 15), requiredSample(rule, 300), requiredSample(rule, 401)]).toEqual([15, 20, 21]);
  const assigned = (auditors: readonly string[]) =>
    assignAuditors({
      rows: [{ id: 'r-1', person: 'p-1' }],
      auditors: auditors.map((person) => ({ id: `a-${person}`, person })),
      previous: [],
      barsPreviousAuditor: rule.barsPreviousAuditor !== null,
      auditorsMayNotQuery: auditorsMayNotQuery(fifth),
      queriers: new Set(['p-1', 'p-2']),
    });
  expect(assigned(['p-2', 'p-7']).assignments).toEqual([{ person: 'p-1', auditor: 'a-p-7', ids: ['r-1'] }]);
  const { assignments, unassigned } = assigned(['p-2']);
  expect(assignments).toEqual([]);
  expect(unassigned).toEqual([{ person: 'p-1', reason: 'only-queriers' }]);
  expect(unassigned.map(({ reason }) => unassignedText(reason)).join()).toContain('查核');
});

test('it says of each clause how far the program answers it', () => {
  const stateOf = (id: string) => fifth.clauses.filter((clause) => clause.id === id).map((clause) => clauseState(fifth, clause).state);
  expect(stateOf('YL-3.1')).toEqual(['works']); // the decision is built
  expect(stateOf('YL-4.2')).toEqual(['works']); // so are the sample and its due dates
  for (const { id, state, byHand } of fifth.clauses.map((clause) => ({ id: clause.id, ...clauseState(fifth, clause) })))
    expect([id, byHand.length > 0]).toEqual([id, state !== 'works']);
});

test('the rows that docs/adding-a-regulation.md shows stand above, as they are', () => {
  const [page, here] = ['../docs/adding-a-regulation.md', 'fifth-regulation.test.ts'].map((path) =>
    readFileSync(join(import.meta.dirname, path), 'utf8'),
  ) as [string, string]; // two of two
  const flat = (text: string) => text.replaceAll(/^ +/gm, '').trim();
  const snippets = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, snippet = '']) => flat(snippet));
  expect(snippets.length).toBeGreaterThanOrEqual(8);
  expect(snippets.filter((snippet) => !flat(here).includes(snippet))).toEqual([]);
});
