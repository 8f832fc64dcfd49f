import { expect, test } from 'vitest';
import { groupFindings, readRemoved } from './review-findings.ts';

const idle = { service: 'cs-1', address: '10.1.1.1', found: 'idle', lastUsedOn: '2026-01-02' } as const;

test('an address found twice is removed once', () => {
  const other = { ...idle, service: 'cs-2', lastUsedOn: null };
  expect(groupFindings([{ ...idle, found: 'duplicate' }, idle, other])).toEqual([
    { ...idle, key: 'cs-1 10.1.1.1', found: ['duplicate', 'idle'] },
    { ...other, key: 'cs-2 10.1.1.1', found: ['idle'] },
  ]);
});

test('what was removed is read from the signed document', () => {
  expect(readRemoved(JSON.stringify({ kind: 'review', findings: [idle] }))).toEqual([{ ...idle, key: 'cs-1 10.1.1.1', found: ['idle'] }]);
  expect(readRemoved('{"findings":[]}')).toEqual([]);
});

test.each(['', 'null', '[]', '{}', '{"findings":{}}', '{"findings":[null]}', '{"findings":[{"service":"cs-1"}]}', '{"findings":[1]', '7'])(
  'no document of a review: %s',
  (document) => expect(readRemoved(document)).toBeUndefined(),
);
