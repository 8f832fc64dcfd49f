// 臺北市政府使用勞保局WebIR系統要點 (北市09-01-2017), which ceased to apply on 2021-01-14: nothing is allowed under it any more,
// but its records live on until their retention ends. Its day of issue is not in the text: before it ceased, it counts as in force.
import type { Regulation } from '#domain/regulations';
import { defaultSettings } from './default-settings.ts';
import { allLabourInsuranceFields, labourInsuranceOperations } from './labour-insurance-operations.ts';
import { taipeiWebirClauses } from './taipei-webir.clauses.ts';
import { taipeiWebirDuties, taipeiWebirEvents } from './taipei-webir.duties.ts';
import { taipeiWebirForms } from './taipei-webir.forms.ts';
import { taipeiWebirDestruction, taipeiWebirRetention } from './taipei-webir.records.ts';

const taipeiWebir: Regulation = {
  id: 'taipei-webir',
  prefix: 'TP',
  title: '臺北市政府使用勞保局WebIR系統要點',
  issuedBy: '北市09-01-2017；110年1月14日府授勞秘字第1106051442號函停止適用',
  issuedOn: null,
  ceasedOn: '2021-01-14',
  replacedBy: null,
  provider: 'labour-insurance-bureau',
  parties: [
    { code: 'labour-insurance-bureau', name: '勞動部勞工保險局', clause: 'TP-2' },
    { code: 'labour-bureau', name: '總管理機關（勞動局）', clause: 'TP-2' },
    { code: 'owner-audit-group', name: '總稽核小組', clause: 'TP-2' },
    { code: 'using-agency', name: '使用機關', clause: 'TP-3' },
    { code: 'entrusting-authority', name: '委託機關', clause: 'TP-4' },
  ],
  roles: [
    { role: 'user', name: '使用者', clause: 'TP-5.3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'unit-manager', name: '使用單位管理者', clause: 'TP-3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'agency-manager', name: '使用機關管理者', clause: 'TP-3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'chief-manager', name: '總管理者', clause: 'TP-2', holders: 'some', mayNotAlsoBe: [] },
    { role: 'auditor', name: '使用機關稽核小組', clause: 'TP-3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'agency-head', name: '機關首長', clause: 'TP-8.1.4', holders: 'some', mayNotAlsoBe: [] },
  ],

  legalBases: [
    { code: 'social-assistance-44-3', name: '社會救助法第44條之3', clause: 'TP-5.1' },
    { code: 'elderly-welfare-12-1', name: '老人福利法第12條之1', clause: 'TP-5.1' },
    { code: 'disability-rights-71-1', name: '身心障礙者權益保障法第71條之1', clause: 'TP-5.1' },
  ],
  purposes: [
    {
      code: 'social-assistance',
      name: '社會救助',
      clause: 'TP-3',
      basis: { kind: 'law', code: 'social-assistance-44-3' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'elderly-welfare',
      name: '老人福利現金給付或補助',
      clause: 'TP-3',
      basis: { kind: 'law', code: 'elderly-welfare-12-1' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'disability-benefits',
      name: '身心障礙者經費補助',
      clause: 'TP-3',
      basis: { kind: 'law', code: 'disability-rights-71-1' },
      needs: allLabourInsuranceFields,
    },
  ],
  operations: labourInsuranceOperations,
  refusals: {
    'not-in-force': 'TP-0',
    'case-number-missing': 'TP-6.1',
    'reason-missing': 'TP-6.1',
    'purpose-not-allowed': 'TP-3',
    'purpose-not-granted': 'TP-6.3',
    'operation-not-granted': 'TP-6.3',
    'field-not-needed': 'TP-6.3',
    'grant-missing': 'TP-5.3',
    'grant-not-current': 'TP-5.4',
    'not-in-service': 'TP-5.4',
    vendor: 'TP-5.5',
    'outside-office': 'TP-6.3',
    'outside-office-hours': 'TP-6.3',
    'password-too-old': 'TP-5.6',
    'certificate-missing': 'TP-5.3',
    'proxy-letter-missing': 'TP-6.2',
    'entrusting-consent-missing': 'TP-4',
  },
  consentReplacesBasis: false,

  forms: taipeiWebirForms,
  settings: {
    passwordMaximumAgeMonths: { ...defaultSettings.passwordMaximumAgeMonths, clause: 'TP-5.6' },
    passwordMinimumAgeDays: { ...defaultSettings.passwordMinimumAgeDays, clause: 'TP-5.6' },
    passwordMinimumLength: { ...defaultSettings.passwordMinimumLength, clause: 'TP-5.6' },
    passwordCharacterKinds: { ...defaultSettings.passwordCharacterKinds, clause: 'TP-5.6' },
    passwordsRemembered: { ...defaultSettings.passwordsRemembered, clause: 'TP-5.6' },
    // No clause asks for it; it keeps an account to its own user.
    idleTimeoutMinutes: { ...defaultSettings.idleTimeoutMinutes, clause: 'TP-6.3' },
    officeHours: { ...defaultSettings.officeHours, clause: 'TP-6.3' },
  },
  sampling: null,
  comparison: { clause: 'TP-8.1.2', against: 'register' },
  duties: taipeiWebirDuties,
  onEvents: taipeiWebirEvents,
  retention: taipeiWebirRetention,
  destruction: taipeiWebirDestruction,
  liabilities: [],
  clauses: taipeiWebirClauses,
};

export default taipeiWebir;
