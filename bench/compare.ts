// How every benchmark measures: subject and baseline take turns in one run, after a warm-up of both, so that a slow moment of the
// machine meets both alike. Medians are reported; the spread says how far they can be trusted.

export interface BenchResult {
  readonly name: string;
  /** `/s`: more is better; `ms`, `MB`, `B`: less is. */
  readonly unit: '/s' | 'ms' | 'MB' | 'B';
  readonly value: number;
  readonly baseline: number;
  /** value / baseline */
  readonly ratio: number;
  /** The least and the largest value of all rounds. */
  readonly spread?: readonly [number, number];
}

/** One benchmark file's default export. */
export type Bench = () => Promise<readonly BenchResult[]>;

export interface Comparison {
  readonly name: string;
  readonly rounds: number;
  /** Given: the result is a rate, of so many per call. Else it is the milliseconds of a call. */
  readonly perCall?: number;
  readonly subject: () => unknown;
  readonly baseline: () => unknown;
}

export async function compare({ name, rounds, perCall, subject, baseline }: Comparison): Promise<BenchResult> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const [value, base] = [await millisecondsOf(subject), await millisecondsOf(baseline)];
    if (round < 0) continue; // the warm-up
    values.push(perCall === undefined ? value : (perCall / value) * 1000);
    baselines.push(perCall === undefined ? base : (perCall / base) * 1000);
  }
  return resultOf(name, perCall === undefined ? 'ms' : '/s', values, baselines);
}

export function resultOf(name: string, unit: BenchResult['unit'], values: readonly number[], baselines: readonly number[]): BenchResult {
  const [value, baseline] = [median(values), median(baselines)];
  return { name, unit, value, baseline, ratio: value / baseline, spread: [Math.min(...values), Math.max(...values)] };
}

export async function millisecondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
