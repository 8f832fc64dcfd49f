// `npm run torture -- --rounds 300 [--seed TEXT]`: kills nodes and PostgreSQL under load, again and again; after each blow every answer
// that left must be stored, indexes contiguous, and in the end the log verifiable. Ends with 1 at the first thing that does not hold.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/server/demo/seeded-random.ts';
import { Nodes } from '../test/support/nodes.ts';
import { openSharedOffice } from '../test/support/shared-office.ts';
import { torture } from '../test/torture/torture.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds);
const seed = values.seed ?? randomBytes(4).toString('hex');

if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error('--rounds must be a whole number from 1');
  process.exitCode = 2;
} else {
  const random = seededRandom(seed);
  console.log(`seed ${seed}`);
  const office = await openSharedOffice();
  const nodes = new Nodes(office, 2);
  try {
    await office.run(['demo']);
    const answers = await torture(office, nodes, {
      rounds,
      random: () => random.next(),
      onRound: (round, blow, left, ms) =>
        console.log(`${String(round + 1).padStart(4)}  ${blow}: healed in ${(ms / 1_000).toFixed(1)} s, ${left} answers, all stored`),
    });
    console.log(`${rounds} rounds: ${answers} answers left, every one stored once; indexes contiguous; verified`);
  } catch (error) {
    console.error(`FAILED (seed ${seed}): ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await nodes.stop();
    await office.close();
  }
}
