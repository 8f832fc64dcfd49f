// A regulation that the program has never heard of, written as the file it would be in src/regulations.
import type { Regulation } from '#domain/regulations';

const yunlingLand: Regulation = {
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

export default yunlingLand;
