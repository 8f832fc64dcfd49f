// Rounds of faults under load on one installation of two nodes: struck at a random moment, healed, and checked each time. Afterwards
// everything that was ever answered is checked again, and the whole log verified.
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAcknowledged, checkVerifies } from '../support/check-acknowledged.ts';
import type { Nodes } from '../support/nodes.ts';
import { startLoad } from '../support/query-load.ts';
import type { SharedOffice } from '../support/shared-office.ts';
import { blows, type Blow } from './blows.ts';

const CALLERS = 12;
const LONGEST_CALM_MS = 600;
const ROUNDS_BETWEEN_VERIFICATIONS = 50;

export interface TortureOptions {
  readonly rounds: number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Told after each round. */
  readonly onRound?: (round: number, blow: Blow, answers: number, healedInMs: number) => void;
}

/** @returns how many answers left in all. @throws naming what did not hold */
export async function torture(office: SharedOffice, nodes: Nodes, options: TortureOptions): Promise<number> {
  const { rounds, random, onRound } = options;
  await nodes.heal();
  const load = startLoad(nodes.urls, await office.signIn(nodes.urls()[0] ?? ''), CALLERS);
  try {
    let checked = 0;
    for (let round = 0; round < rounds; round += 1) {
      await sleep(random() * LONGEST_CALM_MS);
      const blow = blowOf(round);
      await blows[blow]({ office, nodes, random });
      const struckAt = performance.now();
      await nodes.heal();
      const answers = load.acknowledged.length;
      await checkAcknowledged(office, load.acknowledged.slice(checked, answers));
      checked = answers;
      onRound?.(round, blow, answers, performance.now() - struckAt);
      if ((round + 1) % ROUNDS_BETWEEN_VERIFICATIONS === 0) await checkVerifies(office);
    }
  } finally {
    await load.stop();
  }
  const answers = load.acknowledged.length;
  if (answers < rounds) throw new Error(`only ${answers} answers left in ${rounds} rounds: hardly anything was put to the test`);
  await checkAcknowledged(office, load.acknowledged);
  await checkVerifies(office);
  return answers;
}

/** Each in its turn: only the moments are left to chance. */
function blowOf(round: number): Blow {
  const names = Object.keys(blows) as Blow[]; // the keys of that very object
  return names[round % names.length] ?? 'SIGKILL everything';
}
