import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import nantouWebir from './nantou-webir.ts';

const refusedCodes = (at: string) => decide(nantouWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(nantouWebir.refusals).toEqual({
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
  ['disability-premium-subsidy', { kind: 'law', code: 'disability-premium-9' }, ['insured-unit', 'insured-from', 'insured-until']],
  ['labor-mediation', { kind: 'law', code: 'labor-standards-70' }, history],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(nantouWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(nantouWebir.purposes.map(({ code }) => code)).toEqual([
    'social-assistance',
    'elderly-welfare',
    'disability-benefits',
    'disability-premium-subsidy',
    'labor-mediation',
  ]);
  expect(nantouWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue, with its kinds', () => {
  const clauses =
    'NW-0:P NW-2:P NW-3.1:PYH NW-3.2:PRF NW-3.3:PD NW-3.4:P NW-3.5:P NW-3.6:YRF NW-3.7:PRF NW-3.8:PR NW-3.9:YRF NW-3.10:PD NW-4.1.1:P NW-4.1.2:P NW-4.1.3:PR NW-4.1.4:P NW-4.1.5:PR NW-4.1.6:R NW-4.2:P NW-4.3.1:YR NW-4.3.2:RF NW-4.3.3:PR NW-4.3.4:HR NW-4.3.5:P NW-4.3.6:R NW-5.1:YRF NW-5.2:YDRF NW-5.3:YRF NW-5.4:PR NW-5.5:PR NW-6:YR NW-7:F NW-8:YRF NW-9:H';
  expect(nantouWebir.clauses.map(({ id, kinds }) => `${id}:${kinds.join('')}`)).toEqual(clauses.split(' '));
});

test('it applies from its issue on 2025-06-11 on', () => {
  expect(refusedCodes('2025-06-10T23:59:59+08:00')).toEqual(['not-in-force']);
  expect(refusedCodes('2025-06-11T00:00:00+08:00')).not.toContain('not-in-force');
});

test('五(二) 每半年抽查比率至少為百分之三，每次抽查筆數不得少於十筆; nobody is barred from auditing the same person again', () => {
  expect(nantouWebir.sampling).toEqual({ clause: 'NW-5.2', per: 'half-year', ratePercent: 3, minimumRows: 10, barsPreviousAuditor: null });
  expect(nantouWebir.comparison).toBeNull();
});

test('三(一) 置總管理者一名; the text names nobody else who is one alone, and bars nobody from a second role', () => {
  const { roles } = nantouWebir;
  expect(roles.filter(({ holders }) => holders === 'one').map(({ role }) => role)).toEqual(['chief-manager']);
  expect(roles.flatMap(({ mayNotAlsoBe }) => mayNotAlsoBe)).toEqual([]);
  expect(roles.map(({ role, name, clause }) => [role, name, clause])).toEqual([
    ['chief-manager', '總管理者', 'NW-3.1'],
    ['unit-manager', '單位管理者', 'NW-3.2'],
    ['user', '使用者', 'NW-3.2'],
    ['supervisor', '所屬主管', 'NW-3.2'],
    ['auditor', '查核人員', 'NW-5.2'],
    ['security-officer', '安全維護專責人員', 'NW-6'],
  ]);
});

test('the text gives no parameter its number: all are our defaults, and it knows no office hours', () => {
  const { officeHours, ...settings } = nantouWebir.settings;
  expect(officeHours).toBeNull();
  expect(Object.entries(settings).map(([name, { value, clause, source }]) => [name, value, clause, source])).toEqual([
    ['passwordMaximumAgeMonths', 3, 'NW-3.4', 'default'],
    ['passwordMinimumAgeDays', 1, 'NW-3.5', 'default'],
    ['passwordMinimumLength', 12, 'NW-3.5', 'default'],
    ['passwordCharacterKinds', ['upper', 'lower', 'digit', 'symbol'], 'NW-3.5', 'default'],
    ['passwordsRemembered', 3, 'NW-3.5', 'default'],
    ['idleTimeoutMinutes', 15, 'NW-4.1.4', 'default'],
  ]);
});

test.each([
  [
    '三(二) 使用單位管理者…經所屬主管核可後，向總管理者申請設定權限',
    'unit-manager-application',
    ['unit-manager files', 'supervisor approves', 'chief-manager sets'],
  ],
  [
    '三(二) 使用者…經所屬主管核可後，向單位管理者提出申請，經核准後設定權限',
    'user-application',
    ['user files', 'supervisor approves', 'unit-manager sets'],
  ],
  ['三(三) 填妥相關申請書並通知管理者將其使用權限撤銷', 'user-revocation', ['user files', 'unit-manager sets']],
  ['四(一)5 應經申請核准後，始得複製', 'copy-application', ['user files', 'supervisor approves', 'unit-manager sets']],
  ['五(五) 於完成改善後，提具佐證資料重新申請', 'reopening-application', ['chief-manager files', 'labour-insurance-bureau approves']],
])('%s: the form %s', (_, code, chain) => {
  expect(nantouWebir.forms.find((form) => form.code === code)?.chain.map(({ by, does }) => `${by} ${does}`)).toEqual(chain);
});

test('it has these forms, and no other', () => {
  expect(nantouWebir.forms.map(({ code, clause, asks, forRole, requires }) => [code, clause, asks, forRole, requires])).toEqual([
    ['unit-manager-application', 'NW-3.2', 'account', 'unit-manager', ['purpose', 'legal-basis']],
    ['user-application', 'NW-3.2', 'account', 'user', ['purpose', 'legal-basis']],
    ['user-revocation', 'NW-3.3', 'revocation', 'user', []],
    ['copy-application', 'NW-4.1.5', 'copy', null, ['purpose']],
    ['reopening-application', 'NW-5.5', 'reopening', null, ['evidence-of-improvement']],
  ]);
});

test('it makes these due by the calendar, and no other', () => {
  expect(nantouWebir.duties.map(({ code, clause, per, due, source }) => [code, clause, per, due.kind, source])).toEqual([
    ['monthly-query-list', 'NW-5.2', 'month', 'month-after', 'text'],
    ['sample-audit', 'NW-5.2', 'half-year', 'month-after', 'text'],
    ['monthly-deletion', 'NW-4.3.1', 'month', 'within', 'text'],
    ['account-review', 'NW-3.6', 'half-year', 'within', 'default'],
    ['operation-review', 'NW-3.9', 'year', 'within', 'text'],
    ['security-audit', 'NW-5.1', 'year', 'within', 'text'],
    ['security-training', 'NW-6', 'year', 'within', 'default'],
  ]);
});

test.each([
  [
    '三(一) 業務調動、離職情事，須報請電子化政府服務平臺處理',
    'manager-change-report',
    'NW-3.1',
    'manager-changed',
    0,
    'e-government-platform',
  ],
  ['三(七) 於異動前或當日…使用者名冊及稽核紀錄文件資料列冊移交新管理者', 'manager-handover', 'NW-3.7', 'manager-changed', 0, null],
  ['三(八) 於異動前或當日由管理者調整權限、廢止或註銷原帳號', 'user-handover', 'NW-3.8', 'user-changed', 0, null],
  ['三(九) 如遇法令變更…應函請勞保局終止該項作業', 'operation-closure', 'NW-3.9', 'basis-changed', null, 'labour-insurance-bureau'],
  ['五(二) 業務單位會同政風單位及資訊單位共同調查', 'anomaly-investigation', 'NW-5.2', 'anomaly-found', null, 'ethics-and-it-units'],
  ['五(三) 應備妥使用者清冊、稽核紀錄', 'provider-audit', 'NW-5.3', 'provider-audit', null, 'labour-insurance-bureau'],
  ['五(三) 勞保局得要求限期提出說明或改善措施', 'provider-explanation', 'NW-5.3', 'shortcoming-found', null, 'labour-insurance-bureau'],
  ['八 即時通報勞保局並提供前開相關資料', 'incident-notice', 'NW-8', 'incident', 0, 'labour-insurance-bureau'],
] as const)('%s: %s', (_, code, clause, on, withinDays, to) => {
  expect(nantouWebir.onEvents.find((rule) => rule.code === code)).toMatchObject({ clause, on, withinDays, to });
});

const fiveYears = { kind: 'years', atLeast: 5, from: 'creation' };
const fiveYearsAfterCancellation = { kind: 'years', atLeast: 5, from: 'cancellation' };

test.each([
  ['三(二) 單位管理者應保留申請表單至少五年 (our start)', 'application-form', 'NW-3.2', fiveYearsAfterCancellation, 'default'],
  ['三(六) 留存清查之紙本紀錄五年', 'account-review', 'NW-3.6', fiveYears, 'text'],
  ['三(七) 列冊移交', 'handover-record', 'NW-3.7', fiveYears, 'default'],
  ['三(九) 保留檢視紀錄備查', 'operation-review', 'NW-3.9', fiveYears, 'default'],
  ['四(一)6 至少保存五年', 'query-log', 'NW-4.1.6', fiveYears, 'text'],
  ['四(二) 法律依據廢止為止', 'attached-result', 'NW-4.2', { kind: 'until', event: 'basis-repealed' }, 'text'],
  ['四(三)1 每月由管理者執行刪除', 'query-result', 'NW-4.3.1', { kind: 'until', event: 'month-end' }, 'text'],
  ['四(三)6 相關處理紀錄應至少保留五年', 'processing-record', 'NW-4.3.6', fiveYears, 'text'],
  ['五(一) 作成稽核紀錄，至少保存五年', 'security-audit', 'NW-5.1', fiveYears, 'text'],
  ['五(二) 查核結果應保留五年', 'audit-result', 'NW-5.2', fiveYears, 'text'],
  ['五(三) 至少保留五年備查', 'provider-audit', 'NW-5.3', fiveYears, 'text'],
  ['六(二) 完成相應之資通安全教育訓練', 'training-record', 'NW-6', fiveYears, 'default'],
  ['八 事故調查', 'incident-record', 'NW-8', fiveYears, 'default'],
  ['九 相關法律責任', 'liability-notice', 'NW-9', fiveYearsAfterCancellation, 'default'],
] as const)('%s: %s', (_, recordClass, clause, keep, source) => {
  expect(nantouWebir.retention.find((rule) => rule.recordClass === recordClass)).toMatchObject({ clause, keep, source });
});

test.each([
  ['三(九) 依本規範第四點資料刪除程序及期限辦理', 'closed-operation', 'NW-3.9', 'stored-data', 'when-not-needed', 'unrecoverable'],
  ['四(三)1 每月由管理者執行刪除', 'monthly-deletion', 'NW-4.3.1', 'query-results', 'monthly', 'destruction-record'],
  ['四(三)2 銷毀至無法辨識，並留存銷毀紀錄', 'paper-results', 'NW-4.3.2', 'paper', 'when-not-needed', 'destruction-record'],
  ['四(三)2 電子檔如無保留必要性，應即刪除', 'electronic-results', 'NW-4.3.2', 'query-results', 'when-not-needed', 'destruction-record'],
  ['四(三)3 確認其資料檔案無法復原', 'stored-data', 'NW-4.3.3', 'stored-data', 'when-not-needed', 'unrecoverable'],
  ['四(三)4 應立即辦理銷磁或銷毀作業', 'portable-media', 'NW-4.3.4', 'portable-media', 'when-not-needed', 'attestation'],
  ['四(三)5 應包含暫存檔、備份檔及其他…衍生檔案', 'derived-copies', 'NW-4.3.5', 'derived-copies', 'when-not-needed', 'unrecoverable'],
])('%s: %s', (_, code, clause, what, when, proof) => {
  expect(nantouWebir.destruction.find((rule) => rule.code === code)).toMatchObject({ clause, what, when, proof });
});

test('九: three liabilities, accepted by users and managers; there are no more events, periods or destructions than those above', () => {
  expect(nantouWebir.liabilities.map(({ clause, acceptedBy }) => [clause, acceptedBy])).toEqual(
    Array.from({ length: 3 }, () => ['NW-9', ['user', 'unit-manager', 'chief-manager']]),
  );
  expect([nantouWebir.onEvents.length, nantouWebir.retention.length, nantouWebir.destruction.length]).toEqual([8, 14, 7]);
});
