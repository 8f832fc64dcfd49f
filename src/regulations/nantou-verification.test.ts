import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import nantouVerification from './nantou-verification.ts';

const refusedCodes = (at: string) => decide(nantouVerification, { ...exampleRequest, at: Date.parse(at) }).refusals.map(({ code }) => code);

test('it refuses on these grounds, on these clauses', () => {
  expect(nantouVerification.refusals).toEqual({
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
  });
});

const all = ['county-resident', 'indigenous', 'elderly-living-alone', 'disability', 'low-income', 'name-matches', 'birth-date-matches'];

test.each([['eligibility', { kind: 'law', code: 'nantou-verification-plan' }, all]] as const)(
  '%s stands on its basis and needs its fields',
  (code, basis, needs) => {
    expect(nantouVerification.purposes.find((purpose) => purpose.code === code)).toMatchObject({ basis, needs });
  },
);

test('it has these purposes and operations, and no other', () => {
  expect(nantouVerification.purposes.map(({ code }) => code)).toEqual(['eligibility']);
  expect(nantouVerification.operations.map(({ code, fields }) => [code, fields.map((field) => field.code)])).toEqual([['verify', all]]);
});

test('every clause of it is in the catalogue, with its kinds', () => {
  expect(nantouVerification.clauses.map(({ id, kinds }) => [id, kinds.join('')])).toEqual([
    ['NV-0', 'P'],
    ['NV-2.4', 'P'],
    ['NV-3.1', 'P'],
    ['NV-3.2', 'P'],
    ['NV-3.3', 'PR'],
    ['NV-3.4', 'P'],
    ['NV-3.5', 'P'],
    ['NV-3.6', 'PR'],
    ['NV-3.7', 'P'],
    ['NV-3.8', 'YD'],
    ['NV-3.9', 'Y'],
    ['NV-3.10', 'P'],
    ['NV-4.1.1', 'PR'],
    ['NV-4.1.2', 'P'],
    ['NV-4.1.3', 'P'],
    ['NV-4.1.4', 'P'],
    ['NV-4.1.5', 'R'],
    ['NV-4.2.1', 'PR'],
    ['NV-4.2.2', 'PR'],
    ['NV-4.2.3', 'PR'],
    ['NV-4.2.4', 'PR'],
    ['NV-4.2.5', 'PR'],
    ['NV-4.3', 'YRF'],
    ['NV-4.4', 'PR'],
    ['NV-5.1', 'YF'],
    ['NV-5.2', 'PRD'],
    ['NV-5.3', 'YRF'],
    ['NV-5.4', 'YRF'],
    ['NV-5.5', 'PRF'],
    ['NV-5.6', 'PRF'],
    ['NV-6', 'H'],
  ]);
});

test('it applies from 2024-10-25 on', () => {
  expect(refusedCodes('2024-10-24T23:59:59+08:00')).toEqual(['not-in-force']);
  expect(refusedCodes('2024-10-25T00:00:00+08:00')).not.toContain('not-in-force');
});

// 每月抽查比率至少為百分之三，每月抽查筆數不得少於十筆; 受查人員不得連續由同一查核人員進行查核
test('a list of a month: 3 %, at least 10 rows, never the same auditor twice in a row', () => {
  expect(nantouVerification.sampling).toEqual({
    clause: 'NV-5.1',
    per: 'month',
    ratePercent: 3,
    minimumRows: 10,
    barsPreviousAuditor: 'NV-5.2',
  });
  expect(nantouVerification.comparison).toBeNull();
});

test('it names these parties, and one officer and one responsible person, who may be the same', () => {
  expect(nantouVerification.provider).toBe('civil-affairs-department');
  expect(nantouVerification.parties.map(({ code, clause }) => [code, clause])).toEqual([
    ['civil-affairs-department', 'NV-3.9'],
    ['planning-department', 'NV-2.4'],
    ['ethics-department', 'NV-5.2'],
    ['using-unit', 'NV-2.4'],
  ]);
  expect(nantouVerification.roles.map(({ role, clause, holders, mayNotAlsoBe }) => [role, clause, holders, mayNotAlsoBe])).toEqual([
    ['project-officer', 'NV-3.1', 'one', []], // 專案承辦人員一人…及專責人員一人…可指定為同一人
    ['responsible-person', 'NV-3.1', 'one', []],
    ['client-service', 'NV-3.3', 'some', []],
    ['supervisor', 'NV-3.3', 'some', []],
    ['auditor', 'NV-5.1', 'some', []],
  ]);
});

test.each([
  // 申請時應列明戶政資料查詢權限，並由權責主管核可後，交由專責人員配賦…權限; 3.7 應提供固定…IP
  [
    'client-service-application',
    'NV-3.3',
    'client-service',
    'client-service',
    ['purpose', 'claims', 'fixed-address'],
    'using-unit files, supervisor approves, responsible-person sets',
    'application-form',
  ],
  // 應於職務異動前辦理權限異動申請程序
  [
    'responsible-person-change',
    'NV-3.6',
    'account',
    'responsible-person',
    [],
    'responsible-person files, supervisor approves',
    'application-form',
  ],
  // 設定使用該資料之存取權限及核准使用期限…經申請核准後始得使用
  [
    'data-use-application',
    'NV-4.1.2',
    'data-use',
    null,
    ['purpose', 'use-period'],
    'using-unit files, supervisor approves, responsible-person sets',
    'application-form',
  ],
  // 於完成改善後得重新申請介接
  [
    'reopening-application',
    'NV-5.6',
    'reopening',
    null,
    ['evidence-of-improvement'],
    'project-officer files, civil-affairs-department approves',
    'provider-audit',
  ],
] as const)('the form %s of %s goes from hand to hand', (code, clause, asks, forRole, requires, chain, keptAs) => {
  const form = nantouVerification.forms.find((rule) => rule.code === code);
  expect(form).toMatchObject({ clause, asks, forRole, requires, keptAs });
  expect(form?.chain.map(({ by, does }) => `${by} ${does}`).join(', ')).toBe(chain);
});

test('it has these duties, and no other form', () => {
  expect(nantouVerification.forms).toHaveLength(4);
  expect(nantouVerification.duties.map(({ clause, code, per, due, by }) => [clause, code, per, due.kind, by])).toEqual([
    ['NV-5.1', 'monthly-query-list', 'month', 'month-after', 'project-officer'], // 本處每月列印查詢紀錄單
    ['NV-5.1', 'sample-audit', 'month', 'month-after', 'auditor'], // 每月抽查
    ['NV-3.8', 'address-review', 'half-year', 'within', 'responsible-person'], // 專責人員應每半年辦理介接 IP 清查
    ['NV-4.3', 'officer-training', 'year', 'within', 'project-officer'], // 每年至少接受三小時以上
    ['NV-5.3', 'yearly-audit', 'year', 'within', 'auditor'], // 本府民政處及本處每年辦理稽核工作
    ['NV-5.4', 'vendor-audit', 'year', 'within', 'project-officer'], // 本處每年辦理委辦廠商…稽核工作
  ]);
  expect(nantouVerification.duties.map(({ source }) => source)).not.toContain('default');
  expect(nantouVerification.onEvents.map(({ clause, code, on, withinDays, to }) => [clause, code, on, withinDays, to])).toEqual([
    ['NV-3.6', 'responsible-person-handover', 'officer-changed', 0, null], // 於異動前或當日
    ['NV-3.9', 'officer-change-notice', 'officer-changed', 7, 'civil-affairs-department'], // 異動後 7 日內通報本府民政處
    ['NV-5.2', 'anomaly-investigation', 'anomaly-found', null, 'ethics-department'], // 應會同本府政風處共同調查
    ['NV-5.5', 'provider-audit', 'provider-audit', null, 'civil-affairs-department'],
    ['NV-5.5', 'provider-explanation', 'shortcoming-found', null, 'civil-affairs-department'], // 限期提出說明或改善措施
  ]);
});

// 大小寫英數字及符號混合、強制密碼最短及最長之效期限限制、不可以與前三次使用過之密碼相同及要求定期每三個月更改密碼
test('passwords: three months, four kinds and the last three are the text; length and shortest age our default', () => {
  const { settings } = nantouVerification;
  expect(settings.passwordMaximumAgeMonths).toEqual({ value: 3, source: 'text', clause: 'NV-3.5' });
  expect(settings.passwordCharacterKinds).toEqual({ value: ['upper', 'lower', 'digit', 'symbol'], source: 'text', clause: 'NV-3.5' });
  expect(settings.passwordsRemembered).toEqual({ value: 3, source: 'text', clause: 'NV-3.5' });
  expect(settings.passwordMinimumAgeDays).toMatchObject({ value: 1, source: 'default', clause: 'NV-3.5' });
  expect(settings.passwordMinimumLength).toMatchObject({ value: 12, source: 'default', clause: 'NV-3.5' });
  expect(settings.idleTimeoutMinutes).toMatchObject({ value: 15, source: 'default', clause: 'NV-4.2.4' });
  expect(settings.officeHours).toBeNull();
});

test('records are kept as the text says, and five years by default where it is silent', () => {
  const five = { kind: 'years', atLeast: 5, from: 'creation' };
  const fiveFromCancellation = { kind: 'years', atLeast: 5, from: 'cancellation' };
  expect(nantouVerification.retention.map(({ recordClass, clause, keep, source }) => [recordClass, clause, keep, source])).toEqual([
    ['application-form', 'NV-3.3', fiveFromCancellation, 'default'], // 保留紙本申請單: no period
    ['handover-record', 'NV-3.6', five, 'default'],
    ['data-access-log', 'NV-4.1.5', five, 'text'], // 存取日誌至少五年
    ['query-result', 'NV-4.2.3', { kind: 'until', event: 'no-longer-needed' }, 'default'],
    ['query-log', 'NV-4.2.5', five, 'text'], // 查詢日誌，並至少保留五年
    ['training-record', 'NV-4.3', five, 'default'],
    ['raw-import', 'NV-4.4', { kind: 'until', event: 'imported' }, 'text'], // 立即匯入系統後立即執行銷毀
    ['processing-record', 'NV-4.4', five, 'default'],
    ['audit-result', 'NV-5.2', five, 'text'], // 查核結果，至少保留五年備查
    ['security-audit', 'NV-5.3', five, 'text'], // 所有稽核工作均應作成稽核紀錄，至少保留五年備查
    ['provider-audit', 'NV-5.3', five, 'text'],
    ['vendor-audit', 'NV-5.4', five, 'text'],
    ['liability-notice', 'NV-6', fiveFromCancellation, 'default'],
  ]);
  expect(nantouVerification.destruction.map(({ code, clause, what, when }) => [code, clause, what, when])).toEqual([
    ['raw-file', 'NV-4.4', 'raw-import', 'at-once'],
  ]);
});

test('its five grounds of liability are accepted by those whom it names', () => {
  const officers = ['project-officer', 'responsible-person', 'supervisor']; // 承辦人員、專責人員及單位主管
  expect(nantouVerification.liabilities.map(({ clause, acceptedBy }) => [clause, acceptedBy])).toEqual([
    ['NV-6', officers],
    ['NV-6', officers],
    ['NV-6', ['responsible-person']], // 專責人員未善盡管理之責
    ['NV-6', officers],
    ['NV-6', officers],
  ]);
});
