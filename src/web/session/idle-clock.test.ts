import { expect, test } from 'vitest';
import { judgeIdle } from './idle-clock.ts';

const limits = { idleWarningSeconds: 780, idleTimeoutSeconds: 900, expiresAtMs: 8 * 3_600_000 };
const after = (seconds: number) => judgeIdle(limits, 1_000, 1_000 + seconds * 1_000);

test('awake until the warning, warned until the time-out, then idle', () => {
  expect(after(779.9)).toEqual({ kind: 'awake' });
  expect(after(780)).toEqual({ kind: 'warning', secondsLeft: 120 });
  expect(after(899.5)).toEqual({ kind: 'warning', secondsLeft: 1 });
  expect(after(900)).toEqual({ kind: 'idle' });
});

test('a computer that slept through the warning wakes up idle', () => {
  expect(after(7_000)).toEqual({ kind: 'idle' });
});

test('the longest session ends whatever is done in it', () => {
  expect(judgeIdle(limits, limits.expiresAtMs - 1, limits.expiresAtMs)).toEqual({ kind: 'over' });
  expect(judgeIdle(limits, limits.expiresAtMs - 2, limits.expiresAtMs - 1)).toEqual({ kind: 'awake' });
});
