// One programme's log, opened: what its appends, seals and reads share.
import { join } from 'node:path';
import type pg from 'pg';
import type { Keystore, SigningKey } from '#server/keys';
import type { Clock, SignerAddress } from '#server/platform';
import { Appender } from './appender.ts';
import { toLogUnavailable } from './database-fault.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import type { LogFiles } from './log-files.ts';
import { LogFolder } from './log-folder.ts';
import { SealWatch } from './seal-watch.ts';
import { openSigner } from './signer/open-signer.ts';
import { MonthEndFolder } from './timestamps/month-end-folder.ts';
import { LogWitnesses, type Witnesses } from './witnesses/log-witnesses.ts';

export interface OpenLog {
  readonly programme: string;
  readonly origin: string;
  readonly folder: LogFolder;
  readonly monthEnds: MonthEndFolder;
  readonly signer: CheckpointSigner;
  /** What receipts are signed with now. */
  readonly receiptKey: () => SigningKey;
  readonly witnesses: LogWitnesses | undefined;
  readonly watch: SealWatch;
  readonly appender: Appender;
  /** Throws when nothing may be recorded now. */
  readonly assertAppendable: () => void;
}

export interface LogParts {
  readonly pool: pg.Pool;
  readonly keystore: Keystore;
  readonly directory: string;
  readonly clock: Clock;
  readonly files: LogFiles;
  readonly sealLimitMs: number;
  readonly queueLimit: number;
  readonly retryForMs: number;
  /** Of a signer that is a process of its own; undefined: this process signs. */
  readonly signerAddress?: SignerAddress | undefined;
  /** Whose cosignatures checkpoints need, and how to reach them. */
  readonly witnesses: Witnesses | undefined;
}

export function buildLog(parts: LogParts, programme: string, origin: string): OpenLog {
  const { keystore, pool, files, queueLimit, retryForMs } = parts;
  const path = join(parts.directory, programme);
  const { signer, receiptKey, receiptKeyNote } = openSigner(parts, origin);
  const watch = new SealWatch(programme, parts.sealLimitMs);
  const lateFile = join(path, 'unwitnessed');
  const witnesses =
    parts.witnesses &&
    new LogWitnesses({ ...parts.witnesses, programme, origin, graceMs: parts.sealLimitMs, clock: parts.clock, files, lateFile });
  const assertAppendable = (): void => {
    try {
      keystore.assertUsable();
    } catch (error) {
      throw toLogUnavailable(error);
    }
    watch.assertFresh();
    witnesses?.assertInTime();
  };
  return {
    programme,
    origin,
    monthEnds: new MonthEndFolder(path, files),
    folder: new LogFolder(path, origin, { vkeys: () => signer.vkeys(), receiptKeyNote }, files),
    signer,
    receiptKey,
    witnesses,
    watch,
    appender: new Appender({ pool, programme, queueLimit, retryForMs, watch, assertAppendable }),
    assertAppendable,
  };
}
