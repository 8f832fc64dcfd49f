import { expect, test } from 'vitest';
import { queryBody } from '#contract';
import { drawRequestId, nextRequestId } from './request-id.ts';

test('the same content sent again while its fate is unknown is the same attempt', () => {
  const uncertain = { requestId: 'first', content: 'x' };
  expect(nextRequestId(uncertain, 'x', () => 'new')).toBe('first');
  expect(nextRequestId(uncertain, 'y', () => 'new')).toBe('new');
  expect(nextRequestId(undefined, 'x', () => 'new')).toBe('new');
});

test('a drawn id is one the wire takes, and no two are alike', () => {
  const drawn = Array.from({ length: 200 }, drawRequestId);
  for (const id of drawn) expect(queryBody.shape.requestId.safeParse(id).success).toBe(true);
  expect(new Set(drawn).size).toBe(200);
});
