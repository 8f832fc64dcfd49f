// 南投縣政府使用勞動部勞工保險局業務資料管理規範, 府授社助字第1140122396號, in force since 2025-06-11, clause by clause.
// Its clauses, forms, duties and records stand in the files beside it.
import type { Regulation } from '#domain/regulations';
import { defaultSettings } from './default-settings.ts';
import { allLabourInsuranceFields, insuredHistoryFields, labourInsuranceOperations } from './labour-insurance-operations.ts';
import { nantouWebirClauses } from './nantou-webir.clauses.ts';
import { nantouWebirDuties, nantouWebirEvents } from './nantou-webir.duties.ts';
import { nantouWebirForms } from './nantou-webir.forms.ts';
import { nantouWebirDestruction, nantouWebirRetention } from './nantou-webir.records.ts';

const nantouWebir: Regulation = {
  id: 'nantou-webir',
  prefix: 'NW',
  title: '南投縣政府使用勞動部勞工保險局業務資料管理規範',
  issuedBy: '114年6月11日府授社助字第1140122396號函',
  issuedOn: '2025-06-11',
  ceasedOn: null,
  replacedBy: null,
  provider: 'labour-insurance-bureau',
  parties: [
    { code: 'labour-insurance-bureau', name: '勞動部勞工保險局', clause: 'NW-5.3' },
    { code: 'labour-bureau', name: '南投縣政府社會及勞動局', clause: 'NW-3.1' },
    { code: 'e-government-platform', name: '電子化政府服務平臺', clause: 'NW-3.1' },
    { code: 'ethics-and-it-units', name: '政風單位及資訊單位', clause: 'NW-5.2' },
  ],
  roles: [
    { role: 'chief-manager', name: '總管理者', clause: 'NW-3.1', holders: 'one', mayNotAlsoBe: [] },
    { role: 'unit-manager', name: '單位管理者', clause: 'NW-3.2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'user', name: '使用者', clause: 'NW-3.2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'supervisor', name: '所屬主管', clause: 'NW-3.2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'auditor', name: '查核人員', clause: 'NW-5.2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'security-officer', name: '安全維護專責人員', clause: 'NW-6', holders: 'some', mayNotAlsoBe: [] },
  ],

  legalBases: [
    { code: 'social-assistance-44-3', name: '社會救助法第44條之3', clause: 'NW-2' },
    { code: 'elderly-welfare-12-1', name: '老人福利法第12條之1', clause: 'NW-2' },
    { code: 'disability-rights-71-1', name: '身心障礙者權益保障法第71條之1', clause: 'NW-2' },
    { code: 'disability-premium-9', name: '身心障礙者參加社會保險保險費補助辦法第9條', clause: 'NW-2' },
    { code: 'labor-standards-70', name: '勞動基準法第70條', clause: 'NW-2' },
  ],
  purposes: [
    {
      code: 'social-assistance',
      name: '社會救助',
      clause: 'NW-2',
      basis: { kind: 'law', code: 'social-assistance-44-3' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'elderly-welfare',
      name: '老人福利現金給付或補助',
      clause: 'NW-2',
      basis: { kind: 'law', code: 'elderly-welfare-12-1' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'disability-benefits',
      name: '身心障礙者經費補助',
      clause: 'NW-2',
      basis: { kind: 'law', code: 'disability-rights-71-1' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'disability-premium-subsidy',
      name: '身心障礙者社會保險保險費補助',
      clause: 'NW-2',
      basis: { kind: 'law', code: 'disability-premium-9' },
      needs: ['insured-unit', 'insured-from', 'insured-until'],
    },
    {
      code: 'labor-mediation',
      name: '勞資協商',
      clause: 'NW-2',
      basis: { kind: 'law', code: 'labor-standards-70' },
      needs: insuredHistoryFields,
    },
  ],
  operations: labourInsuranceOperations,
  refusals: {
    'not-in-force': 'NW-0',
    'case-number-missing': 'NW-4.1.1',
    'reason-missing': 'NW-4.1.1',
    'purpose-not-allowed': 'NW-2',
    'purpose-not-granted': 'NW-4.1.2',
    'operation-not-granted': 'NW-4.1.2',
    'field-not-needed': 'NW-3.10',
    'legal-basis-repealed': 'NW-4.2',
    'grant-missing': 'NW-3.2',
    'grant-not-current': 'NW-3.3',
    'not-in-service': 'NW-3.3',
    'password-too-old': 'NW-3.4',
  },
  consentReplacesBasis: false,

  forms: nantouWebirForms,
  settings: {
    passwordMaximumAgeMonths: { ...defaultSettings.passwordMaximumAgeMonths, clause: 'NW-3.4' },
    passwordMinimumAgeDays: { ...defaultSettings.passwordMinimumAgeDays, clause: 'NW-3.5' },
    passwordMinimumLength: { ...defaultSettings.passwordMinimumLength, clause: 'NW-3.5' },
    passwordCharacterKinds: { ...defaultSettings.passwordCharacterKinds, clause: 'NW-3.5' },
    passwordsRemembered: { ...defaultSettings.passwordsRemembered, clause: 'NW-3.5' },
    idleTimeoutMinutes: { ...defaultSettings.idleTimeoutMinutes, clause: 'NW-4.1.4' },
    officeHours: null,
  },
  sampling: { clause: 'NW-5.2', per: 'half-year', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: null },
  comparison: null,
  duties: nantouWebirDuties,
  onEvents: nantouWebirEvents,
  retention: nantouWebirRetention,
  destruction: nantouWebirDestruction,
  liabilities: [
    {
      clause: 'NW-9',
      wording: {
        zh: '處理及利用資料違反個人資料保護法，致當事人權益受損者，由使用者負完全責任，並負該法的損害賠償及國家賠償責任。',
        en: 'Whoever harms a person by handling data against the Personal Data Protection Act answers for it in full, with damages under the act.',
      },
      acceptedBy: ['user', 'unit-manager', 'chief-manager'],
    },
    {
      clause: 'NW-9',
      wording: {
        zh: '意圖營利、無故洩漏個人資料，或有違法及重大不當行為者，依法負民事及刑事責任，並由所屬主管機關行政議處。',
        en: 'Gain, leaks without cause and grave misconduct bring civil and criminal liability, and discipline by the own authority.',
      },
      acceptedBy: ['user', 'unit-manager', 'chief-manager'],
    },
    {
      clause: 'NW-9',
      wording: { zh: '違反其他法律規定者，依其規定追究責任。', en: 'Breaches of other law are pursued under that law.' },
      acceptedBy: ['user', 'unit-manager', 'chief-manager'],
    },
  ],
  clauses: nantouWebirClauses,
};

export default nantouWebir;
