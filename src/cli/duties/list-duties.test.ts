import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Duty } from '#domain/duties';
import { listDuties } from './list-duties.ts';

const vectors = join(import.meta.dirname, '../../../test/vectors/duties');
const columns = 'dueOn,opensOn,period,clause,code';

async function dutiesOf(regulation: string, from: string, to: string): Promise<readonly Duty[]> {
  const { exitCode, output } = await listDuties({ regulation, from, to });
  expect(exitCode).toBe(0);
  return output as unknown as readonly Duty[]; // what the exit code says it is
}

describe('the whole table of duties, worked out with another calendar', () => {
  test.each([
    ['nantou-webir', '2025-06-01', '2026-12-31', 43],
    ['taipei-webir', '2020-01-01', '2026-12-31', 20],
    ['nantou-verification', '2026-01-01', '2026-12-31', 29],
    ['taoyuan-webir', '2026-01-01', '2026-12-31', 39],
  ])('%s, from %s to %s', async (regulation, from, to, count) => {
    const [header, ...known] = readFileSync(join(vectors, `${regulation}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    expect([header, known.length]).toEqual([columns, count]);
    const duties = await dutiesOf(regulation, from, to);
    const rows = duties.map(({ dueOn, opensOn, period, clause, code }) => [dueOn, opensOn, period, clause, code].join(','));
    expect(rows.toSorted()).toEqual(known);
    expect(duties.map(({ dueOn }) => dueOn)).toEqual(duties.map(({ dueOn }) => dueOn).toSorted());
    for (const duty of duties) expect(Object.keys(duty)).toEqual(['clause', 'code', 'period', 'opensOn', 'dueOn']);
  });

  test('nothing falls due under a regulation that has ceased', async () => {
    expect(await dutiesOf('taipei-webir', '2021-01-14', '2026-12-31')).toEqual([]);
  });
});

test('for people: days of the Republic in columns, and the name of the duty', async () => {
  const { text } = await listDuties({ regulation: 'taipei-webir', from: '2020-12-31', to: '2020-12-31' });
  expect(text?.split('\n').slice(1).toSorted()).toEqual([
    '109/12/31  109/01/01  2020     TP-7.4    公文檔案銷毀',
    '109/12/31  109/07/01  2020-H2  TP-8.1.3  機關內部稽核',
    '109/12/31  109/12/01  2020-11  TP-3      核對查詢登記簿與系統查詢筆數',
    'due        opens      period   clause    duty',
  ]);
  expect(text).toMatch(/^臺北市政府使用勞.+\ndue /);
  const { text: none } = await listDuties({ regulation: 'taipei-webir', from: '2026-01-01', to: '2026-12-31' });
  expect(none?.split('\n')).toEqual([text?.split('\n')[0], 'nothing falls due']);
});

const call = { regulation: 'nantou-webir', from: '2026-01-01', to: '2026-12-31' };

test.each([
  ['an unknown regulation', '--regulation', { regulation: 'nowhere' }],
  ['a day that does not exist', '--from', { from: '2026-02-29' }],
  ['a day of another form', '--to', { to: '115/12/31' }],
  ['a span that ends before it begins', '--from', { from: '2027-01-01' }],
])('%s is named', async (_, file, change) => {
  const { exitCode, output, error } = await listDuties({ ...call, ...change });
  expect([exitCode, output, error?.file]).toEqual([2, undefined, file]);
});
