// The scale of a plot's upright axis: from nought to a round number, in steps that people count in (1, 2, 5 and their tens).

export interface PlotScale {
  /** From 0 upwards; the last is the top of the plot. */
  readonly ticks: readonly number[];
  readonly top: number;
}

/** @param leastStep 1 where what is counted comes in ones */
export function plotScale(highest: number, leastStep = 0): PlotScale {
  const wanted = Math.max(highest, leastStep, Number.MIN_VALUE) / 4;
  const tens = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(leastStep, tens * (steps.find((each) => each * tens >= wanted) ?? 10));
  const count = Math.max(1, Math.ceil(highest / step));
  const ticks = Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)));
  return { ticks, top: ticks.at(-1) ?? step };
}

const steps = [1, 2, 5] as const;

/** Which of so many labels to write so that they don't run into one another: each nth, from the first. */
export function labelEvery(labels: number, width: number, widthOfOne: number): number {
  if (width <= 0) return labels;
  const least = Math.ceil((labels * widthOfOne) / width);
  return [1, 2, 3, 5, 6, 7, 10, 12, 15, 24, 30].find((each) => each >= least) ?? least;
}
