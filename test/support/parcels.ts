// Small problems of sharing out rows, and their answers by trying everything: what the fast ways are measured against.
import fc from 'fast-check';

export interface ParcelCase {
  readonly auditors: number;
  readonly parcels: readonly { readonly weight: number; readonly options: readonly number[] }[];
}

/** Cases of up to so many, each parcel for some of the auditors. */
export function parcelsOver(limits: {
  readonly auditors: number;
  readonly parcels: number;
  readonly heaviest: number;
}): fc.Arbitrary<ParcelCase> {
  return fc.integer({ min: 1, max: limits.auditors }).chain((auditors) => {
    const everybody = Array.from({ length: auditors }, (_, at) => at);
    const options = fc.oneof(fc.constant(everybody), fc.subarray(everybody, { minLength: 1 }));
    const parcel = fc.record({ weight: fc.integer({ min: 1, max: limits.heaviest }), options });
    return fc.record({ auditors: fc.constant(auditors), parcels: fc.array(parcel, { minLength: 1, maxLength: limits.parcels }) });
  });
}

/** The least and the largest load of every assignment there is. */
export function allSpans({ auditors, parcels }: ParcelCase): (readonly [lowest: number, highest: number])[] {
  let loads: (readonly number[])[] = [Array.from({ length: auditors }, () => 0)];
  for (const { weight, options } of parcels) {
    loads = loads.flatMap((each) => options.map((option) => each.with(option, (each[option] ?? 0) + weight)));
  }
  return loads.map((each) => [Math.min(...each), Math.max(...each)]);
}

/** A tangle of parcels, heaviest first, each for some of the auditors. */
export function tangle(auditors: number, count: number, salt: number): ParcelCase['parcels'] {
  return Array.from({ length: count }, (_, at) => {
    const some = 1 + ((at * at * salt + 5 * at) % (2 ** auditors - 1));
    const options = Array.from({ length: auditors }, (__, place) => place).filter((place) => (some >> place) % 2 === 1);
    return { weight: 1 + (((at + 3) * (at + salt) * 7) % 29), options };
  }).toSorted((one, other) => other.weight - one.weight);
}
