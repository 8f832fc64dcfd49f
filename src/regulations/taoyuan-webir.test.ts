import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import taoyuanWebir from './taoyuan-webir.ts';

const refusedCodes = (at: string) => decide(taoyuanWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(taoyuanWebir.refusals).toEqual({
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
  });
});

const all = [
  'insured-unit',
  'insured-from',
  'insured-until',
  'insured-salary',
  'benefit-kind',
  'benefit-amount',
  'benefit-paid-on',
  'pension-kind',
  'pension-monthly',
];
const history = ['insured-unit', 'insured-from', 'insured-until', 'insured-salary'];

test.each([
  ['social-assistance', { kind: 'law', code: 'social-assistance-44-3' }, all],
  ['elderly-welfare', { kind: 'law', code: 'elderly-welfare-12-1' }, all],
  ['disability-benefits', { kind: 'law', code: 'disability-rights-71-1' }, all],
  ['labor-mediation', { kind: 'law', code: 'labor-standards-70' }, history],
  ['citizen-consent', { kind: 'consent' }, all],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(taoyuanWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(taoyuanWebir.purposes.map(({ code }) => code)).toEqual([
    'social-assistance',
    'elderly-welfare',
    'disability-benefits',
    'labor-mediation',
    'citizen-consent',
  ]);
  expect(taoyuanWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue, with its kinds', () => {
  expect(taoyuanWebir.clauses.map(({ id, kinds }) => [id, kinds.join('')])).toEqual([
    ['TY-0', 'P'],
    ['TY-2', 'P'],
    ['TY-3', 'P'],
    ['TY-4.1', 'P'],
    ['TY-4.2', 'PY'],
    ['TY-4.3', 'Y'],
    ['TY-4.4', 'PYD'],
    ['TY-4.5.1', 'PR'],
    ['TY-4.5.2', 'P'],
    ['TY-4.5.3', 'YF'],
    ['TY-5.1', 'PF'],
    ['TY-5.2', 'PF'],
    ['TY-6.1', 'PF'],
    ['TY-6.2', 'PF'],
    ['TY-7', 'P'],
    ['TY-8.1.1', 'YF'],
    ['TY-8.1.2', 'Y'],
    ['TY-8.2', 'YRF'],
    ['TY-8.3', 'F'],
    ['TY-9', 'P'],
    ['TY-10', 'PR'],
  ]);
});

test('it is always in force', () => {
  for (const at of ['1999-01-01T10:00:00+08:00', '2099-01-01T10:00:00+08:00']) expect(refusedCodes(at)).not.toContain('not-in-force');
});

test('the citizen agreeing stands in for the basis; reports are compared, not sampled', () => {
  expect(taoyuanWebir.consentReplacesBasis).toBe(true);
  expect(taoyuanWebir.sampling).toBeNull();
  expect(taoyuanWebir.comparison).toEqual({ clause: 'TY-8.1.1', against: 'usage-report' });
});

test('it names these parties and roles', () => {
  expect(taoyuanWebir.provider).toBe('labour-insurance-bureau');
  expect(taoyuanWebir.parties.map(({ code, clause }) => [code, clause])).toEqual([
    ['labour-insurance-bureau', 'TY-4.1'],
    ['information-centre', 'TY-3'],
    ['labour-bureau', 'TY-3'],
    ['using-agency', 'TY-3'],
    ['entrusting-authority', 'TY-9'],
  ]);
  expect(taoyuanWebir.roles.map(({ role, clause }) => [role, clause])).toEqual([
    ['user', 'TY-3'],
    ['agency-manager', 'TY-3'],
    ['chief-manager', 'TY-4.1'],
    ['auditor', 'TY-8.2'],
    ['agency-head', 'TY-5.1'],
  ]);
});

test.each([
  // 經資料庫管理機關核准同意使用者; 4(1)1 開設使用機關勞保查調系統權限
  ['agency-use', 'TY-2', 'agency', null, ['purpose'], 'using-agency files, labour-bureau approves, information-centre sets'],
  // 填妥…(附表一)，經機關首長核章，送資料庫管理機關核准後，由…最高管理機關依審核結果新增或異動…帳號; 應先申請e政府公務帳號並上傳自然人憑證
  [
    'annex-1',
    'TY-5.1',
    'account',
    'agency-manager',
    ['citizen-certificate'],
    'agency-manager files, agency-head endorses, labour-bureau approves, information-centre sets',
  ],
  // 填寫…(附表二)，經機關首長核章後，送機關管理者新增或異動…帳號
  ['annex-2-account', 'TY-5.2', 'account', 'user', ['citizen-certificate'], 'user files, agency-head approves, agency-manager sets'],
  // 依業務需求填寫業務承辦者申請表，經機關首長核章後，送機關管理者
  ['annex-2-items', 'TY-6.1', 'operations', 'user', ['purpose'], 'user files, agency-head approves, agency-manager sets'],
  // 填妥…(附表三)，並檢附相關授權法令規定，送資料庫管理機關審核同意後，送最高管理機關向勞保局提出申請，最高管理機關依勞保局審核結果新增或異動
  [
    'annex-3',
    'TY-6.2',
    'operations',
    null,
    ['legal-basis'],
    'agency-manager files, labour-bureau reviews, labour-insurance-bureau approves, information-centre sets',
  ],
  // 業務主管機關，適用第四點第二款資料庫管理機關權責規定
  [
    'annex-1-district-office',
    'TY-9',
    'account',
    'agency-manager',
    ['citizen-certificate', 'entrusting-consent'],
    'agency-manager files, agency-head endorses, entrusting-authority approves, information-centre sets',
  ],
  [
    'annex-3-district-office',
    'TY-9',
    'operations',
    null,
    ['legal-basis', 'entrusting-consent'],
    'agency-manager files, entrusting-authority reviews, labour-insurance-bureau approves, information-centre sets',
  ],
] as const)('the form %s of %s goes from hand to hand', (code, clause, asks, forRole, requires, chain) => {
  const form = taoyuanWebir.forms.find((rule) => rule.code === code);
  expect(form).toMatchObject({ clause, asks, forRole, requires, keptAs: 'application-form' });
  expect(form?.chain.map(({ by, does }) => `${by} ${does}`).join(', ')).toBe(chain);
});

test('it has these duties, and no other form', () => {
  expect(taoyuanWebir.forms).toHaveLength(7);
  expect(taoyuanWebir.duties.map(({ clause, code, per, due, by, source }) => [clause, code, per, due, by, source])).toEqual([
    // 應於每月十日前，將前一個月之系統使用及查調內容紀錄，送機關管理者
    ['TY-4.5.3', 'usage-report', 'month', { kind: 'day-of-month-after', day: 10 }, 'user', 'text'],
    // 機關管理者應於每月十日前，稽核前一個月之業務承辦者使用情形報表
    ['TY-8.1.1', 'usage-report-audit', 'month', { kind: 'day-of-month-after', day: 10 }, 'agency-manager', 'text'],
    // 每月檢查系統使用紀錄及查調內容記錄
    ['TY-4.4', 'usage-check', 'month', { kind: 'month-after' }, 'agency-manager', 'text'],
    // 定期稽核各業務承辦者之帳號有效性、查調正當性: no number
    ['TY-8.1.2', 'account-and-query-audit', 'half-year', { kind: 'within' }, 'agency-manager', 'default'],
    // 資料庫管理機關每年至少…辦理一次現場稽核
    ['TY-8.2', 'on-site-audit', 'year', { kind: 'within' }, 'auditor', 'text'],
  ]);
  expect(taoyuanWebir.onEvents.map(({ clause, code, on, withinDays, to }) => [clause, code, on, withinDays, to])).toEqual([
    // 如有異常，應立即查明並呈報機關首長
    ['TY-4.4', 'anomaly-report', 'anomaly-found', 0, null],
    // 勞保局及最高管理機關得不定期稽核使用機關
    ['TY-8.2', 'provider-audit', 'provider-audit', null, 'labour-insurance-bureau'],
  ]);
});

test('passwords: three months are the text, the rest is our default', () => {
  const { settings } = taoyuanWebir;
  expect(settings.passwordMaximumAgeMonths).toEqual({ value: 3, source: 'text', clause: 'TY-7' }); // 至少應每三個月變更一次
  expect(settings.passwordMinimumAgeDays).toMatchObject({ value: 1, source: 'default', clause: 'TY-7' });
  expect(settings.passwordMinimumLength).toMatchObject({ value: 12, source: 'default', clause: 'TY-7' });
  expect(settings.passwordCharacterKinds).toMatchObject({
    value: ['upper', 'lower', 'digit', 'symbol'],
    source: 'default',
    clause: 'TY-7',
  });
  expect(settings.passwordsRemembered).toMatchObject({ value: 3, source: 'default', clause: 'TY-7' });
  expect(settings.idleTimeoutMinutes).toMatchObject({ value: 15, source: 'default', clause: 'TY-10' });
  expect(settings.officeHours).toBeNull();
});

test('the text rules on prints alone; every other record is kept five years by default', () => {
  const five = { kind: 'years', atLeast: 5, from: 'creation' };
  expect(taoyuanWebir.retention.map(({ recordClass, clause, keep, source }) => [recordClass, clause, keep, source])).toEqual([
    ['application-form', 'TY-5.2', { kind: 'years', atLeast: 5, from: 'cancellation' }, 'default'],
    ['query-log', 'TY-4.4', five, 'default'],
    ['query-register', 'TY-4.5.3', five, 'default'],
    ['query-result', 'TY-4.5.1', { kind: 'until', event: 'no-longer-needed' }, 'text'], // 隨文歸檔及依檔案保存期限銷毀
    ['processing-record', 'TY-4.5.1', five, 'default'],
    ['audit-result', 'TY-8.1.1', five, 'default'],
    ['account-review', 'TY-8.1.2', five, 'default'],
    ['security-audit', 'TY-8.2', five, 'default'],
    ['provider-audit', 'TY-8.2', five, 'default'],
  ]);
  expect(taoyuanWebir.destruction.map(({ code, clause, what, when }) => [code, clause, what, when])).toEqual([
    ['filed-prints', 'TY-4.5.1', 'paper', 'retention-over'],
  ]);
  expect(taoyuanWebir.liabilities).toEqual([]);
});
