import { expect, test } from 'vitest';
import { decide } from '#domain/query';
import { contradictionsIn, parseRegulation } from '#domain/regulations';
import { exampleRequest } from '../../test/support/example-regulation.ts';
import { findRegulation, regulations } from './index.ts';

test('each is found by its id, and by nothing else', () => {
  for (const regulation of regulations) expect(findRegulation(regulation.id)).toBe(regulation);
  for (const id of ['', 'constructor', 'nantou', 'NANTOU-WEBIR']) expect(findRegulation(id)).toBeUndefined();
  expect(new Set(regulations.map(({ prefix }) => prefix)).size).toBe(regulations.length);
});

test.each(regulations)('$id agrees with itself', (regulation) => {
  expect(contradictionsIn(regulation)).toEqual([]);
});

test.each(regulations)('$id is read from JSON as it is written', (regulation) => {
  expect(parseRegulation(JSON.parse(JSON.stringify(regulation)))).toStrictEqual({ kind: 'regulation', regulation });
});

test.each(regulations)('$id grants nothing to a request it has never heard of', (regulation) => {
  const { allowed, refusals } = decide(regulation, exampleRequest);
  expect(allowed).toBe(false);
  for (const { clause } of refusals) expect(regulation.clauses.map(({ id }) => id)).toContain(clause);
});

test.each(regulations)('the words of $id are those of Taiwan', (regulation) => {
  expect(JSON.stringify(regulation)).not.toMatch(/数|數據|登錄|用戶(?!籍)|信息|網絡|文件夾|默認|賬|账/);
});
