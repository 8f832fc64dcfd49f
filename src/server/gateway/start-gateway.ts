// The provider's side: a small service before the provider's data. It answers a question only with the log's signed promise that the
// question is recorded, each record once, and remembers on its own disk what it served: an omission from the log shows by the month's end.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { formatVkey } from '#domain/ledger';
import { ensurePrivateDirectory } from '#server/keys';
import { lockDataDirectory } from '#server/platform';
import { answerProblems } from './answer-problems.ts';
import { openGatewayKey } from './gateway-key.ts';
import type { GatewayOptions } from './gateway-parts.ts';
import { mountCalls } from './mount-calls.ts';
import { mountLists } from './mount-lists.ts';
import { ServedCalls } from './served-calls.ts';

export interface RunningGateway {
  readonly url: string;
  /** By which its lists are checked. */
  readonly vkey: string;
  /** Lets calls under way finish, within a few seconds. */
  stop(): Promise<void>;
}

const LONGEST_BODY_BYTES = 8_192;
const LONGEST_REQUEST_MS = 10_000;
const LONGEST_STOP_MS = 3_000;

/** @throws DataDirectoryInUse when another gateway runs on the directory @throws KeystoreFault when its key or memory is not as it left them */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  ensurePrivateDirectory(options.directory);
  const closers = [lockDataDirectory(options.directory)];
  const close = (): void => closers.splice(0).toReversed().forEach((closer) => closer()); // prettier-ignore
  try {
    const keyPath = join(options.directory, 'gateway.key');
    const served = new ServedCalls(join(options.directory, 'served.sqlite'), !existsSync(keyPath));
    closers.push(() => served.close());
    const signer = openGatewayKey(keyPath);
    const http = fastify({ bodyLimit: LONGEST_BODY_BYTES, requestTimeout: LONGEST_REQUEST_MS });
    answerProblems(http, options.onNotice);
    mountCalls(http, { ...options, served, signer });
    mountLists(http, { ...options, served, signer });
    const url = await http.listen({ host: options.host, port: options.port });
    return {
      url,
      vkey: formatVkey(signer.key),
      stop: async () => {
        const patience = setTimeout(() => http.server.closeAllConnections(), LONGEST_STOP_MS);
        await http.close();
        clearTimeout(patience);
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
