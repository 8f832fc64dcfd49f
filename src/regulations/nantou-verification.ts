// 南投縣驗證機制平臺使用戶籍資料管理規定, in force since 2024-10-25. It answers yes or no to claims about a person;
// who asks is mostly another system at a fixed address, not a person.
import type { Operation, Regulation } from '#domain/regulations';
import { defaultSettings } from './default-settings.ts';
import { nantouVerificationClauses } from './nantou-verification.clauses.ts';
import { nantouVerificationDuties, nantouVerificationEvents } from './nantou-verification.duties.ts';
import { nantouVerificationForms } from './nantou-verification.forms.ts';
import { nantouVerificationLiabilities } from './nantou-verification.liabilities.ts';
import { nantouVerificationDestruction, nantouVerificationRetention } from './nantou-verification.records.ts';

const claims = [
  { code: 'county-resident', name: '設籍本縣' },
  { code: 'indigenous', name: '原住民身分' },
  { code: 'elderly-living-alone', name: '獨居老人' },
  { code: 'disability', name: '身心障礙身分' },
  { code: 'low-income', name: '低收入戶' },
  { code: 'name-matches', name: '姓名相符' },
  { code: 'birth-date-matches', name: '出生日期相符' },
] as const satisfies Operation['fields'];

const nantouVerification: Regulation = {
  id: 'nantou-verification',
  prefix: 'NV',
  title: '南投縣驗證機制平臺使用戶籍資料管理規定',
  issuedBy: '113年10月25日訂定',
  issuedOn: '2024-10-25',
  ceasedOn: null,
  replacedBy: null,
  provider: 'civil-affairs-department',
  parties: [
    { code: 'civil-affairs-department', name: '南投縣政府民政處', clause: 'NV-3.9' },
    { code: 'planning-department', name: '南投縣政府計畫處', clause: 'NV-2.4' },
    { code: 'ethics-department', name: '南投縣政府政風處', clause: 'NV-5.2' },
    { code: 'using-unit', name: '申請介接或使用資料的業務單位', clause: 'NV-2.4' },
  ],
  roles: [
    // NV-3.1 lets one person be both.
    { role: 'project-officer', name: '專案承辦人員', clause: 'NV-3.1', holders: 'one', mayNotAlsoBe: [] },
    { role: 'responsible-person', name: '專責人員', clause: 'NV-3.1', holders: 'one', mayNotAlsoBe: [] },
    { role: 'client-service', name: '介接服務', clause: 'NV-3.3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'supervisor', name: '權責主管', clause: 'NV-3.3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'auditor', name: '查核人員', clause: 'NV-5.1', holders: 'some', mayNotAlsoBe: [] },
  ],

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

  forms: nantouVerificationForms,
  settings: {
    passwordMaximumAgeMonths: { value: 3, source: 'text', clause: 'NV-3.5' },
    // The text asks for a shortest age and a fitting length, and gives no numbers.
    passwordMinimumAgeDays: { ...defaultSettings.passwordMinimumAgeDays, clause: 'NV-3.5' },
    passwordMinimumLength: { ...defaultSettings.passwordMinimumLength, clause: 'NV-3.5' },
    passwordCharacterKinds: { value: ['upper', 'lower', 'digit', 'symbol'], source: 'text', clause: 'NV-3.5' },
    passwordsRemembered: { value: 3, source: 'text', clause: 'NV-3.5' },
    idleTimeoutMinutes: { ...defaultSettings.idleTimeoutMinutes, clause: 'NV-4.2.4' },
    officeHours: null,
  },
  sampling: { clause: 'NV-5.1', per: 'month', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: 'NV-5.2' },
  comparison: null,
  duties: nantouVerificationDuties,
  onEvents: nantouVerificationEvents,
  retention: nantouVerificationRetention,
  destruction: nantouVerificationDestruction,
  liabilities: nantouVerificationLiabilities,
  clauses: nantouVerificationClauses,
};

export default nantouVerification;
