// Randomness that can be repeated: the same seed and label give the same draws on every machine. For invented data only;
// nothing that must be secret may come from here. Only integer arithmetic and division, which every engine rounds alike.
// The generator is sfc32 (Chris Doty-Humphrey, public domain), its state filled from the text by FNV-1a with a final mix.

export interface SeededRandom {
  /** In [0, 1), 32 bits of it. */
  next(): number;
  /** Both ends inclusive. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  pickWeighted<T>(table: Weighted<T>): T;
}

/** Values with their running sums of weights: made once, drawn from often. */
export interface Weighted<T> {
  readonly values: readonly T[];
  readonly sums: readonly number[];
}

export function weighted<T>(pairs: Iterable<readonly [T, number]>): Weighted<T> {
  const values: T[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const [value, weight] of pairs) {
    sum += weight;
    values.push(value);
    sums.push(sum);
  }
  return { values, sums };
}

/** Streams of different labels don't disturb one another: drawing more from one leaves the others as they were. */
export function seededRandom(seed: string, label = ''): SeededRandom {
  const draw = sfc32(`${seed}\n${label}`);
  const next = (): number => draw() / 0x1_0000_0000;
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, integer(0, list.length - 1)),
    pickWeighted: ({ values, sums }) => {
      const point = next() * at(sums, sums.length - 1);
      return at(
        values,
        sums.findIndex((sum) => point < sum),
      );
    },
  };
}

function sfc32(text: string): () => number {
  let [a, b, c] = [hash(text, 0x811c_9dc5), hash(text, 0x9747_b28c), hash(text, 0x5bd1_e995)];
  let counter = 1;
  const draw = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  return draw;
}

function hash(text: string, basis: number): number {
  let value = basis;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x0100_0193);
  value = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2_ae35);
  return value ^ (value >>> 16);
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing to pick from');
  return list[index] as T; // in range, so it is a T
}
