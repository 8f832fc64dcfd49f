// The benchmarks' outer face: one JSON value on standard output, and what isn't there is said.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { median, resultOf } from '../bench/compare.ts';

const bench = (...args: readonly string[]) => spawnSync(process.execPath, ['scripts/bench.ts', ...args], { encoding: 'utf8' });

test('--json prints the results alone, each with its five keys', () => {
  const { status, stdout, stderr } = bench('seal', '--json');
  expect([status, stderr.length > 0]).toEqual([0, true]);
  const results = JSON.parse(stdout) as Record<string, unknown>[];
  expect(results.map(Object.keys)).toEqual([['name', 'unit', 'value', 'baseline', 'ratio']]);
  expect(results[0]).toMatchObject({ name: 'seal of 1,000 records', unit: 'ms' });
  expect(Object.values(results[0] ?? {}).slice(2)).toEqual(Array.from({ length: 3 }, () => expect.any(Number) as unknown));
});

test('a benchmark that is not there', () => {
  expect(bench('seal', 'nonsense')).toMatchObject({ status: 2, stdout: '' });
});

test('medians and their ratio', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  expect(resultOf('x', 'ms', [3, 1, 8], [6, 6])).toEqual({ name: 'x', unit: 'ms', value: 3, baseline: 6, ratio: 0.5, spread: [1, 8] });
});
