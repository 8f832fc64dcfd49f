// A year's duties of a thousand programmes, beside the same worked out by walking Temporal's calendar in the plainest way.
import { isDeepStrictEqual } from 'node:util';
import { dutiesBetween } from '#domain/duties';
import { isoDateOf } from '#domain/kernel';
import type { Regulation } from '#domain/regulations';
import { regulations } from '#regulations';
import { dutiesByTemporal } from '../test/support/duty-oracle.ts';
import { compare, type Bench } from './compare.ts';

const programmes = 1_000;
const [from, to] = [isoDateOf('2026-01-01'), isoDateOf('2026-12-31')];

const bench: Bench = async () => {
  const inForce = regulations.filter(({ ceasedOn }) => ceasedOn === null);
  for (const regulation of inForce) {
    const duties = dutiesBetween(regulation, from, to);
    if (duties.length === 0 || !isDeepStrictEqual(duties, dutiesByTemporal(regulation, from, to)))
      throw new Error(`${regulation.id}: the two ways to reckon duties disagree`);
  }
  const forAll = (reckon: typeof dutiesBetween) => (): void => {
    for (let at = 0; at < programmes; at += 1) reckon(inForce[at % inForce.length] as Regulation, from, to); // there is one at every place
  };
  const [subject, baseline] = [forAll(dutiesBetween), forAll(dutiesByTemporal)];
  return [await compare({ name: "a year's duties of 1,000 programmes", rounds: 5, subject, baseline })];
};
export default bench;
