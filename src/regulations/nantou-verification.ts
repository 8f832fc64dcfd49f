// 南投縣驗證機制平臺使用戶籍資料管理規定, in force since 2024-10-25. It answers yes or no to claims about a person;
// who asks is mostly another system at a fixed address, not a person.
import type { Operation, Regulation } from '#domain/regulations';
import { nantouVerificationClauses } from './nantou-verification.clauses.ts';

const claims = [
  { code: 'county-resident', name: '設籍本縣' },
  { code: 'indigenous', name: '原住民身分' },
  { code: 'elderly-living-alone', name: '獨居老人' },
  { code: 'disability', name: '身心障礙身分' },
  { code: 'low-income', name: '低收入戶' },
  { code: 'name-matches', name: '姓名相符' },
  { code: 'birth-date-matches', name: '出生日期相符' },
] as const satisfies Operation['fields'];

export const nantouVerification: Regulation = {
  id: 'nantou-verification',
  prefix: 'NV',
  title: '南投縣驗證機制平臺使用戶籍資料管理規定',
  issuedBy: '113年10月25日訂定',
  issuedOn: '2024-10-25',
  ceasedOn: null,
  provider: '南投縣政府民政處',

  legalBases: [{ code: 'nantou-verification-plan', name: '南投縣驗證機制平臺計畫', clause: 'NV-2.4' }],
  purposes: [
    {
      code: 'eligibility',
      name: '民眾資格驗證',
      clause: 'NV-2.4',
      basis: { kind: 'law', code: 'nantou-verification-plan' },
      needs: claims.map(({ code }) => code),
    },
  ],
  operations: [{ code: 'verify', name: '資格驗證', fields: claims }],
  refusals: {
    'not-in-force': 'NV-0',
    'case-number-missing': 'NV-4.2.1',
    'reason-missing': 'NV-4.2.1',
    'purpose-not-allowed': 'NV-2.4',
    'purpose-not-granted': 'NV-4.1.2',
    'operation-not-granted': 'NV-3.3',
    'field-not-needed': 'NV-2.4',
    'grant-missing': 'NV-3.3',
    'grant-not-current': 'NV-4.1.2',
    'not-in-service': 'NV-3.6',
    'personal-account': 'NV-3.2',
    'password-too-old': 'NV-3.5',
    'address-not-allowed': 'NV-3.7',
  },
  consentReplacesBasis: false,
  roles: [
    { role: 'project-officer', name: '專案承辦人員', clause: 'NV-3.1' },
    { role: 'responsible-person', name: '專責人員', clause: 'NV-3.1' },
    { role: 'client-service', name: '介接服務', clause: 'NV-3.3' },
    { role: 'auditor', name: '查核人員', clause: 'NV-5.1' },
  ],
  settings: {
    passwordMaximumAgeMonths: { value: 3, source: 'text', clause: 'NV-3.5' },
    passwordMinimumAgeDays: { value: 1, source: 'default', clause: 'NV-3.5' },
    officeHours: null,
  },
  sampling: { clause: 'NV-5.1', per: 'month', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: true },
  comparesEveryRow: null,
  duties: [
    {
      code: 'monthly-query-list',
      clause: 'NV-5.1',
      name: '列印查詢紀錄單供查核',
      per: 'month',
      due: { kind: 'month-after' },
      source: 'text',
    },
    { code: 'sample-audit', clause: 'NV-5.1', name: '抽查查詢紀錄', per: 'month', due: { kind: 'month-after' }, source: 'text' },
    { code: 'address-review', clause: 'NV-3.8', name: '介接IP清查', per: 'half-year', due: { kind: 'within' }, source: 'text' },
    {
      code: 'security-training',
      clause: 'NV-4.3',
      name: '資通安全專業課程或職能訓練',
      per: 'year',
      due: { kind: 'within' },
      source: 'text',
    },
    { code: 'yearly-audit', clause: 'NV-5.3', name: '年度稽核', per: 'year', due: { kind: 'within' }, source: 'text' },
    { code: 'vendor-audit', clause: 'NV-5.4', name: '委辦廠商維護及存取稽核', per: 'year', due: { kind: 'within' }, source: 'text' },
  ],
  retention: [
    { recordClass: 'data-access-log', atLeastYears: 5, clause: 'NV-4.1.5' },
    { recordClass: 'query-log', atLeastYears: 5, clause: 'NV-4.2.5' },
    { recordClass: 'audit-result', atLeastYears: 5, clause: 'NV-5.2' },
    { recordClass: 'security-audit', atLeastYears: 5, clause: 'NV-5.3' },
    { recordClass: 'vendor-audit', atLeastYears: 5, clause: 'NV-5.4' },
  ],
  clauses: nantouVerificationClauses,
};
