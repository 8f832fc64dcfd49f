// 桃園市政府使用勞保查調系統要點. Its day of issue is not in the text: it counts as in force from the beginning.
import type { Regulation } from '#domain/regulations';
import { defaultSettings } from './default-settings.ts';
import { allLabourInsuranceFields, insuredHistoryFields, labourInsuranceOperations } from './labour-insurance-operations.ts';
import { taoyuanWebirClauses } from './taoyuan-webir.clauses.ts';
import { taoyuanWebirDuties, taoyuanWebirEvents } from './taoyuan-webir.duties.ts';
import { taoyuanWebirForms } from './taoyuan-webir.forms.ts';
import { taoyuanWebirDestruction, taoyuanWebirRetention } from './taoyuan-webir.records.ts';

const taoyuanWebir: Regulation = {
  id: 'taoyuan-webir',
  prefix: 'TY',
  title: '桃園市政府使用勞保查調系統要點',
  issuedBy: '桃園市政府',
  issuedOn: null,
  ceasedOn: null,
  replacedBy: null,
  provider: 'labour-insurance-bureau',
  parties: [
    { code: 'labour-insurance-bureau', name: '勞動部勞工保險局', clause: 'TY-4.1' },
    { code: 'information-centre', name: '最高管理機關（資訊中心）', clause: 'TY-3' },
    { code: 'labour-bureau', name: '資料庫管理機關（勞動局）', clause: 'TY-3' },
    { code: 'using-agency', name: '使用機關', clause: 'TY-3' },
    { code: 'entrusting-authority', name: '委託區公所查調的業務主管機關', clause: 'TY-9' },
  ],
  roles: [
    { role: 'user', name: '業務承辦者', clause: 'TY-3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'agency-manager', name: '機關管理者', clause: 'TY-3', holders: 'some', mayNotAlsoBe: [] },
    { role: 'chief-manager', name: '最高管理機關管理人員', clause: 'TY-4.1', holders: 'some', mayNotAlsoBe: [] },
    { role: 'auditor', name: '資料庫管理機關稽核人員', clause: 'TY-8.2', holders: 'some', mayNotAlsoBe: [] },
    // One for each agency.
    { role: 'agency-head', name: '機關首長', clause: 'TY-5.1', holders: 'some', mayNotAlsoBe: [] },
  ],

  legalBases: [
    { code: 'social-assistance-44-3', name: '社會救助法第44條之3', clause: 'TY-4.5.2' },
    { code: 'elderly-welfare-12-1', name: '老人福利法第12條之1', clause: 'TY-4.5.2' },
    { code: 'disability-rights-71-1', name: '身心障礙者權益保障法第71條之1', clause: 'TY-4.5.2' },
    { code: 'labor-standards-70', name: '勞動基準法第70條', clause: 'TY-4.5.2' },
  ],
  purposes: [
    {
      code: 'social-assistance',
      name: '社會救助',
      clause: 'TY-4.5.2',
      basis: { kind: 'law', code: 'social-assistance-44-3' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'elderly-welfare',
      name: '老人福利現金給付或補助',
      clause: 'TY-4.5.2',
      basis: { kind: 'law', code: 'elderly-welfare-12-1' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'disability-benefits',
      name: '身心障礙者經費補助',
      clause: 'TY-4.5.2',
      basis: { kind: 'law', code: 'disability-rights-71-1' },
      needs: allLabourInsuranceFields,
    },
    {
      code: 'labor-mediation',
      name: '勞資協商',
      clause: 'TY-4.5.2',
      basis: { kind: 'law', code: 'labor-standards-70' },
      needs: insuredHistoryFields,
    },
    { code: 'citizen-consent', name: '洽公民眾簽署同意', clause: 'TY-4.5.2', basis: { kind: 'consent' }, needs: allLabourInsuranceFields },
  ],
  operations: labourInsuranceOperations,
  refusals: {
    'not-in-force': 'TY-0',
    'purpose-not-allowed': 'TY-4.5.2',
    'purpose-not-granted': 'TY-4.5.1',
    'operation-not-granted': 'TY-4.5.1',
    'field-not-needed': 'TY-4.5.1',
    'legal-basis-repealed': 'TY-4.5.2',
    'consent-missing': 'TY-4.5.2',
    'grant-missing': 'TY-5.2',
    'grant-not-current': 'TY-4.4',
    'not-in-service': 'TY-4.4',
    'password-too-old': 'TY-7',
    'certificate-missing': 'TY-5.2',
    'entrusting-consent-missing': 'TY-9',
  },
  consentReplacesBasis: true,
  settings: {
    passwordMaximumAgeMonths: { value: 3, source: 'text', clause: 'TY-7' },
    // What the e-government rules that TY-7 points to say is not in the text.
    passwordMinimumAgeDays: { ...defaultSettings.passwordMinimumAgeDays, clause: 'TY-7' },
    passwordMinimumLength: { ...defaultSettings.passwordMinimumLength, clause: 'TY-7' },
    passwordCharacterKinds: { ...defaultSettings.passwordCharacterKinds, clause: 'TY-7' },
    passwordsRemembered: { ...defaultSettings.passwordsRemembered, clause: 'TY-7' },
    idleTimeoutMinutes: { ...defaultSettings.idleTimeoutMinutes, clause: 'TY-10' },
    officeHours: null,
  },

  forms: taoyuanWebirForms,
  sampling: null,
  comparison: { clause: 'TY-8.1.1', against: 'usage-report' },
  duties: taoyuanWebirDuties,
  onEvents: taoyuanWebirEvents,
  retention: taoyuanWebirRetention,
  destruction: taoyuanWebirDestruction,
  liabilities: [],
  clauses: taoyuanWebirClauses,
};

export default taoyuanWebir;
