import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import taipeiWebir from './taipei-webir.ts';

const refusedCodes = (at: string) => decide(taipeiWebir, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(taipeiWebir.refusals).toEqual({
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

test.each([
  ['social-assistance', { kind: 'law', code: 'social-assistance-44-3' }, all],
  ['elderly-welfare', { kind: 'law', code: 'elderly-welfare-12-1' }, all],
  ['disability-benefits', { kind: 'law', code: 'disability-rights-71-1' }, all],
] as const)('%s stands on its basis and needs its fields', (code, basis, needs) => {
  expect(taipeiWebir.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
});

test('it has these purposes and operations, and no other', () => {
  expect(taipeiWebir.purposes.map(({ code }) => code)).toEqual(['social-assistance', 'elderly-welfare', 'disability-benefits']);
  expect(taipeiWebir.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([
    ['insured-history', all.slice(0, 4)],
    ['benefit-payments', all.slice(4, 7)],
    ['pension-status', all.slice(7)],
  ]);
});

test('every clause of it is in the catalogue, with its kinds', () => {
  const clauses =
    'TP-0:P TP-2:P TP-3:PYD TP-4:P TP-5.1:PF TP-5.2:PF TP-5.3:PF TP-5.4:PR TP-5.5:P TP-5.6:P TP-6.1:RD TP-6.2:PRF TP-6.3:PD TP-6.4:P TP-6.5:Y TP-6.6:Y TP-7.1:R TP-7.2:R TP-7.3:R TP-7.4:Y TP-8.1.1:Y TP-8.1.2:D TP-8.1.3:YF TP-8.1.4:YF TP-8.1.5:RF TP-8.1.6:YF TP-8.2:YR';
  expect(taipeiWebir.clauses.map(({ id, kinds }) => `${id}:${kinds.join('')}`)).toEqual(clauses.split(' '));
});

test('it applies at any time before it ceased on 2021-01-14', () => {
  expect(refusedCodes('2021-01-13T23:59:59+08:00')).not.toContain('not-in-force');
  expect(refusedCodes('1999-01-01T10:00:00+08:00')).not.toContain('not-in-force');
  expect(refusedCodes('2021-01-14T00:00:00+08:00')).toEqual(['not-in-force']);
});

test('八(一)2 核對…查詢資料登記簿與…所下載查詢紀錄筆數是否相符: rows are compared, not sampled', () => {
  expect([taipeiWebir.sampling, taipeiWebir.comparison]).toEqual([null, { clause: 'TP-8.1.2', against: 'register' }]);
});

test('the text gives no parameter its number: all are our defaults, office hours 08:00 to 18:00 among them', () => {
  expect(Object.entries(taipeiWebir.settings).map(([name, setting]) => [name, setting?.value, setting?.clause, setting?.source])).toEqual([
    ['passwordMaximumAgeMonths', 3, 'TP-5.6', 'default'],
    ['passwordMinimumAgeDays', 1, 'TP-5.6', 'default'],
    ['passwordMinimumLength', 12, 'TP-5.6', 'default'],
    ['passwordCharacterKinds', ['upper', 'lower', 'digit', 'symbol'], 'TP-5.6', 'default'],
    ['passwordsRemembered', 3, 'TP-5.6', 'default'],
    ['idleTimeoutMinutes', 15, 'TP-6.3', 'default'],
    ['officeHours', { fromMinute: 480, untilMinute: 1080 }, 'TP-6.3', 'default'],
  ]);
});

test.each([
  ['三 函報總管理機關申請…使用權限', 'agency-use', ['using-agency files', 'labour-bureau approves']],
  [
    '五(一) 函報總管理機關進行業務目的審查及權限授權',
    'annex-1-1',
    ['agency-manager files', 'using-agency endorses', 'labour-bureau reviews', 'chief-manager sets'],
  ],
  [
    '五(二) 須經委託機關同意後，再依前款規定函報總管理機關進行審查',
    'annex-1-1-entrusted',
    ['agency-manager files', 'entrusting-authority endorses', 'using-agency endorses', 'labour-bureau reviews', 'chief-manager sets'],
  ],
  ['五(三) 送至使用機關管理者…授權使用者角色權限', 'annex-1-2', ['user files', 'agency-manager sets']],
  ['五(四) 於原申請表註記註銷日期，並進行權限移除作業', 'annex-1-2-revocation', ['user files', 'agency-manager sets']],
  ['六(二) 須填具勞保資料代查授權書', 'annex-3', ['user files', 'unit-manager approves']],
])('%s: the form %s', (_, code, chain) => {
  expect(taipeiWebir.forms.find((form) => form.code === code)?.chain.map(({ by, does }) => `${by} ${does}`)).toEqual(chain);
});

test('it has these forms, and no other', () => {
  const applied = ['purpose', 'legal-basis', 'citizen-certificate'];
  expect(taipeiWebir.forms.map(({ code, clause, asks, forRole, requires }) => [code, clause, asks, forRole, requires])).toEqual([
    ['agency-use', 'TP-3', 'agency', null, ['purpose', 'legal-basis']],
    ['annex-1-1', 'TP-5.1', 'account', 'agency-manager', applied],
    ['annex-1-1-entrusted', 'TP-5.2', 'account', 'agency-manager', [...applied, 'entrusting-consent']],
    ['annex-1-2', 'TP-5.3', 'account', 'user', applied],
    ['annex-1-2-revocation', 'TP-5.4', 'revocation', 'user', []],
    ['annex-3', 'TP-6.2', 'proxy-query', 'user', ['purpose']],
  ]);
});

test('it made these due by the calendar, and no other', () => {
  expect(taipeiWebir.duties.map(({ code, clause, per, due, source }) => [code, clause, per, due, source])).toEqual([
    ['register-comparison', 'TP-3', 'month', { kind: 'month-after' }, 'text'],
    ['query-record-download', 'TP-8.1.1', 'quarter', { kind: 'month-after' }, 'text'],
    ['audit-documents-sent', 'TP-8.1.6', 'year', { kind: 'day-of-year-after', month: 3, day: 31 }, 'text'],
    ['internal-audit', 'TP-8.1.3', 'half-year', { kind: 'within' }, 'text'],
    ['document-destruction', 'TP-7.4', 'year', { kind: 'within' }, 'text'],
  ]);
});

test.each([
  ['二 配合勞保局辦理不定期稽核事宜', 'provider-audit', 'TP-2', 'provider-audit', null, 'labour-insurance-bureau'],
  ['三 如有異動須向總管理機關申請管理者變更', 'manager-change', 'TP-3', 'manager-changed', null, 'labour-bureau'],
  ['五(四) 於申請離職、異動程序時，須通報使用機關管理者', 'user-departure', 'TP-5.4', 'user-changed', 0, null],
  ['六(一) 如比對結果有疑慮，應配合提出說明', 'comparison-explanation', 'TP-6.1', 'doubtful-comparison', null, null],
  ['六(四) 應註銷該帳號使用權，並追究其相關責任', 'misuse-cancellation', 'TP-6.4', 'anomaly-found', null, null],
  ['八(二) 如發現缺失使用機關應立即改善，並列入追蹤項目', 'shortcoming-correction', 'TP-8.2', 'shortcoming-found', 0, 'labour-bureau'],
])('%s: %s', (_, code, clause, on, withinDays, to) => {
  expect(taipeiWebir.onEvents.find((rule) => rule.code === code)).toMatchObject({ clause, on, withinDays, to });
});

const threeYears = { kind: 'years', atLeast: 3, from: 'creation' };

test.each([
  ['六(一) 查詢資料登記簿', 'query-register', 'TP-6.1', threeYears, 'default'],
  ['七(一) 不需使用時，應列入公文文書歸檔或立即銷毀', 'query-result', 'TP-7.1', { kind: 'until', event: 'no-longer-needed' }, 'text'],
  ['七(二) 於使用者註銷帳號至少保存3年後銷毀', 'application-form', 'TP-7.2', { kind: 'years', atLeast: 3, from: 'cancellation' }, 'text'],
  ['七(三) 稽核紀錄及相關表報…至少保存3年', 'audit-result', 'TP-7.3', threeYears, 'text'],
  ['八(一)5 使用者查詢紀錄檔…納入公文文書歸檔', 'query-log', 'TP-8.1.5', threeYears, 'default'],
  ['八(二) 總管理機關稽核', 'security-audit', 'TP-8.2', threeYears, 'default'],
])('%s: %s', (_, recordClass, clause, keep, source) => {
  expect(taipeiWebir.retention.find((rule) => rule.recordClass === recordClass)).toMatchObject({ clause, keep, source });
});

test('七(一), 七(四): it destroys what is not needed, and every year what is over; there are no more events and periods than those above', () => {
  expect(taipeiWebir.destruction.map(({ code, clause, what, when }) => [code, clause, what, when])).toEqual([
    ['results-not-needed', 'TP-7.1', 'query-results', 'when-not-needed'],
    ['yearly-destruction', 'TP-7.4', 'retired-records', 'yearly'],
  ]);
  expect([taipeiWebir.onEvents.length, taipeiWebir.retention.length, taipeiWebir.liabilities.length]).toEqual([6, 6, 0]);
});
