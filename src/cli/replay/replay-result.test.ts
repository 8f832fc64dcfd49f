import { expect, test } from 'vitest';
import type { Difference } from '#domain/replay';
import { replayResult } from './replay-result.ts';

const call = { programme: 'nantou-webir', month: '2026-10', regulation: 'draft' };
const refused = { decision: 'refused', refusals: [{ clause: 'NW-2', code: 'purpose-not-allowed' }] } as const;
const at = { index: 17, atMs: Date.parse('2026-10-05T02:15:03Z'), login: 'user1' };
const differences: readonly Difference[] = [
  { ...at, recorded: { decision: 'allowed' }, now: refused },
  { ...at, index: 18, recorded: refused, now: { decision: 'not-judged', because: 'unknown-operation' } },
];

const counts = { queries: 3, same: 1, newlyAllowed: 0, newlyRefused: 1, otherGrounds: 0, notJudged: 1 };

test('nothing differs: exit 0', () => {
  expect(replayResult(call, { queries: 3, differences: [] })).toMatchObject({
    exitCode: 0,
    output: { ...call, queries: 3, same: 3, newlyAllowed: 0, newlyRefused: 0, otherGrounds: 0, notJudged: 0, differences: [] },
  });
});

test('something differs: exit 1, and what', () => {
  const { exitCode, output, text } = replayResult(call, { queries: 3, differences });
  expect([exitCode, output]).toEqual([
    1,
    {
      ...call,
      ...counts,
      differences: [
        { index: 17, at: '2026-10-05T02:15:03.000Z', account: 'user1', recorded: { decision: 'allowed', refusals: [] }, now: refused },
        {
          index: 18,
          at: '2026-10-05T02:15:03.000Z',
          account: 'user1',
          recorded: refused,
          now: { decision: 'not-judged', because: 'unknown-operation' },
        },
      ],
    },
  ]);
  expect(text?.split('\n').slice(2)).toEqual([
    '  17  115/10/05 10:15:03  user1: allowed → refused (NW-2 purpose-not-allowed)',
    '  18  115/10/05 10:15:03  user1: refused (NW-2 purpose-not-allowed) → not judged (unknown-operation)',
  ]);
});
