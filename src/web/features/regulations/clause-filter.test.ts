import { expect, test } from 'vitest';
import { everyClause, isShown, type Clause, type ClauseFilter } from './clause-filter.ts';
import type { Say } from './use-wording.ts';

const chinese: Say = ({ zh }) => zh;
const clause: Clause = {
  id: 'EX-4.1.1',
  kinds: ['P', 'R'],
  wording: { zh: '未填案號不得查詢。', en: 'No query without a case number.' },
  state: 'partly',
  answers: [{ by: 'refusal', code: 'case-number-missing', name: { zh: '拒絕ＡＢＣ', en: 'refusal' }, parts: [] }],
  byHand: [{ zh: '以紙本辦理。', en: 'On paper.' }],
};

test.each<[string, Partial<ClauseFilter>, boolean]>([
  ['nothing asked', {}, true],
  ['its id', { words: 'ex-4.1' }, true],
  ['words of the wording', { words: '案號' }, true],
  ['an answer, in other widths and cases', { words: 'abc' }, true],
  ['what is done by hand', { words: '紙本' }, true],
  ['two words in any order', { words: ' 紙本　案號 ' }, true],
  ['one word of two', { words: '案號 無此字' }, false],
  ['the other language', { words: 'paper' }, false],
  ['a kind of its', { kind: 'R' }, true],
  ['another kind', { kind: 'Y' }, false],
  ['its state', { state: 'partly' }, true],
  ['another state', { state: 'works' }, false],
  ['all at once', { words: '案號', kind: 'P', state: 'partly' }, true],
])('%s', (_, asked, shown) => {
  expect(isShown(clause, { ...everyClause, ...asked }, chinese)).toBe(shown);
});
