import { expect, test } from 'vitest';
import { exampleRegulation as example } from '../../../test/support/example-regulation.ts';
import { answersBySort } from './clause-view.ts';
import { regulationSummary, regulationView } from './regulation-view.ts';

const today = '2026-03-02';
const view = regulationView(example, today);
const clause = (id: string) => view.clauses.find((each) => each.id === id) ?? expect.unreachable();

test.each([
  ['2019-12-31', false],
  ['2020-01-01', true],
  ['2029-12-31', true],
  ['2030-01-01', false],
] as const)('on %s, in force: %s', (day, inForce) => {
  expect(regulationSummary(example, day).inForce).toBe(inForce);
});

test('every clause is counted once, in its state', () => {
  const { works, partly, 'by-hand': byHand } = view.counts;
  expect(works + partly + byHand).toBe(example.clauses.length);
  expect([clause('EX-1').state, clause('EX-31').state, clause('EX-33').state]).toEqual(['works', 'partly', 'by-hand']);
});

test('what answers a clause has its name, whatever sort it is of', () => {
  const named = (id: string) => answersBySort(clause(id).answers).map(({ sort, names }) => `${sort.zh}：${names.zh}`);
  expect(named('EX-2')).toEqual(['拒絕查詢：未填案號']);
  expect(named('EX-30')).toEqual([
    '角色：使用者、主管、介接服務、查核人員',
    '參數：密碼最長使用期限、密碼最短長度、密碼應含字元種類、密碼不得重複次數、閒置自動登出、辦公時間',
  ]);
  expect(named('EX-31')).toEqual(['表單：申請表', '紀錄保存：申請表單、查詢紀錄、查詢結果', '銷毀：查詢結果（每月）']);
  expect(named('EX-32')).toEqual(['職責：清冊、年報、通報', '系統控管：抽查、查核結果']);
  expect(named('EX-33')).toEqual(['具結：使用者：已閱讀。']);
});

test('a clause that rests on what is not built says what people do', () => {
  expect(clause('EX-1').byHand).toEqual([]);
  expect(clause('EX-33').byHand.map(({ en }) => en)).toEqual(['The person responsible attests on paper, and files it.']);
});

test('a purpose names its basis and, of each operation, the fields that it needs', () => {
  expect(view.purposes.map(({ code, basis, needs }) => [code, basis.zh, needs])).toEqual([
    [
      'wide',
      '第一法',
      [
        { operation: '甲', fields: ['甲一', '甲二'] },
        { operation: '乙', fields: ['乙一'] },
      ],
    ],
    ['narrow', '第二法', [{ operation: '甲', fields: ['甲一'] }]],
    [
      'agreed',
      '當事人書面同意',
      [
        { operation: '甲', fields: ['甲一', '甲二'] },
        { operation: '乙', fields: ['乙一'] },
      ],
    ],
  ]);
});

test('a parameter of ours gives its reason, one of the text none', () => {
  const reasons = Object.fromEntries(view.parameters.map(({ code, reason }) => [code, reason]));
  expect(reasons['passwordMinimumAgeDays']).toEqual({ zh: '未定日數。', en: 'No number is given.' });
  expect(reasons['passwordMaximumAgeMonths']).toBeNull();
  expect(Object.keys(reasons).slice(-3)).toEqual(['officeHours', 'sampling', 'previous-auditor']);
});

test('a regulation that compares every row says so in place of a sample', () => {
  const compared = regulationView({ ...example, sampling: null, comparison: { clause: 'EX-32', against: 'register' } }, today);
  expect(compared.parameters.at(-1)).toMatchObject({ code: 'comparison', value: { zh: '每筆查詢紀錄與查詢登記簿核對' } });
  expect(compared.parameters.map(({ code }) => code)).not.toContain('sampling');
});

test('a chain of approval names roles and parties as the regulation does', () => {
  expect(view.forms[0]?.chain.map(({ by, does }) => by.zh + does.zh)).toEqual(['使用者提出', '主管核章', '範例機關設定']);
});

test('who is to be told, and by when', () => {
  expect(view.onEvents[0]).toMatchObject({ due: { zh: '發生資安事故：7 日內' }, by: { zh: '主管' }, to: '範例機關' });
  expect(view.provider).toBe('範例機關');
});

test('it is JSON as it stands', () => {
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});
