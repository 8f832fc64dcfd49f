// One programme's log, opened: what its appends, seals and reads share.
import { join } from 'node:path';
import type pg from 'pg';
import type { Keystore, LogKey } from '#server/keys';
import type { Clock } from '#server/platform';
import { Appender } from './appender.ts';
import { toLogUnavailable } from './database-fault.ts';
import { CheckpointSigner } from './checkpoint-signer.ts';
import type { LogFiles } from './log-files.ts';
import { LogFolder } from './log-folder.ts';
import { SealWatch } from './seal-watch.ts';

export interface OpenLog {
  readonly programme: string;
  readonly origin: string;
  readonly key: LogKey;
  readonly folder: LogFolder;
  readonly signer: CheckpointSigner;
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
}

export function buildLog(parts: LogParts, programme: string, origin: string): OpenLog {
  const { keystore, pool, files, queueLimit, retryForMs } = parts;
  const key = keystore.logKey(origin);
  const watch = new SealWatch(programme, parts.sealLimitMs);
  const assertAppendable = (): void => {
    try {
      keystore.assertUsable();
    } catch (error) {
      throw toLogUnavailable(error);
    }
    watch.assertFresh();
  };
  return {
    programme,
    origin,
    key,
    folder: new LogFolder(join(parts.directory, programme), origin, key, files),
    signer: new CheckpointSigner({
      folder: join(keystore.directory, 'signers', encodeURIComponent(origin)),
      origin,
      key,
      files,
      assertUsable: () => keystore.assertUsable(),
    }),
    watch,
    appender: new Appender({ pool, programme, queueLimit, retryForMs, watch, assertAppendable }),
    assertAppendable,
  };
}
