// `npm run bench`: every bench/*.bench.ts, or those whose names are given. A table for people; `--json` prints one object per benchmark
// and nothing else on standard output.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from '../bench/compare.ts';
import { root } from './run-steps.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
const names = readdirSync(join(root, 'bench')).flatMap((file) => /^(.+)\.bench\.ts$/.exec(file)?.[1] ?? []);
const unknown = positionals.filter((name) => !names.includes(name));

if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')} (there are: ${names.join(', ')})`);
  process.exitCode = 2;
} else {
  const results: BenchResult[] = [];
  for (const name of positionals.length > 0 ? positionals : names) results.push(...(await runBench(name)));
  if (values.json) printJson(results);
  else printTable(results);
}

async function runBench(name: string): Promise<readonly BenchResult[]> {
  const started = performance.now();
  process.stderr.write(`${name} … `);
  const { default: bench } = (await import(join(root, 'bench', `${name}.bench.ts`))) as { readonly default: Bench };
  const results = await bench();
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return results;
}

function printJson(results: readonly BenchResult[]): void {
  console.log(
    JSON.stringify(
      results.map(({ name, unit, value, baseline, ratio }) => ({ name, unit, value, baseline, ratio })),
      undefined,
      2,
    ),
  );
}

function printTable(results: readonly BenchResult[]): void {
  const rows = results.map(({ name, unit, value, baseline, ratio, spread }) => [
    name,
    `${figure(value)} ${unit}`,
    `${figure(baseline)} ${unit}`,
    `${ratio.toFixed(2)} ×`,
    spread ? `${figure(spread[0])} – ${figure(spread[1])}` : '',
  ]);
  const table = [['', 'value', 'baseline', 'ratio', 'spread of the value'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
    console.log(cells.join('   ').trimEnd());
  }
}

/** Three digits and more: 1,234,567 or 12.3. */
function figure(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
