// Changing a log's key (附表十 6-1: keys are changed, and the change is on record). The log announces the next key while the old one alone
// signs, so that whoever trusts the old key can trust the new one; then both sign for a while, and readers have time to take over.
import { LogUnavailable } from './faults.ts';
import type { KeyChange, KeyRotation, Ledger } from './ledger.ts';
import type { OpenLog } from './open-log.ts';

/** Resolves when a checkpoint that the new key signed is published. */
export async function rotateKey(
  ledger: Pick<Ledger, 'append' | 'flush'>,
  { programme, signer }: OpenLog,
  { overlap, recordOf }: KeyRotation,
): Promise<Omit<KeyChange, 'step'>> {
  const [from] = await signer.vkeys();
  if (from === undefined) throw new LogUnavailable('keys', `${programme} has no key yet`);
  const change = { from, to: await signer.nextVkey(), overlap };
  await ledger.append(programme, recordOf({ step: 'announced', ...change }));
  await ledger.flush(programme);
  await signer.rotate(change.to, overlap);
  await ledger.append(programme, recordOf({ step: 'in-use', ...change }));
  await ledger.flush(programme);
  return change;
}
