// Callers of the verification service in a process of their own, each asking without pause: at the end, or when it is told to stop, it tells
// which answers came and how often each other status did. `node verification-load.ts` gets its order as a message.
import { Agent, request } from 'node:http';
import { question } from './county-people.ts';
import { signedHeaders, singlePath, type ClientCredentials } from './signed-request.ts';

export interface VerificationLoad {
  readonly port: number;
  readonly key: ClientCredentials;
  readonly callers: number;
  readonly seconds: number;
  readonly people: number;
  /** As a trusted proxy would name it. */
  readonly address: string;
}

export interface VerificationLoadResult {
  readonly acknowledged: readonly { readonly id: string; readonly receipt: string }[];
  readonly statuses: Readonly<Record<string, number>>;
  /** Of those turned away without the time to come back after. */
  readonly withoutRetryAfter: number;
}

async function runLoad({ port, key, callers, seconds, people, address }: VerificationLoad): Promise<VerificationLoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const acknowledged: { id: string; receipt: string }[] = [];
  const statuses: Record<string, number> = {};
  let withoutRetryAfter = 0;
  const ends = performance.now() + seconds * 1_000;
  const ask = (): Promise<void> =>
    new Promise((resolve) => {
      const body = JSON.stringify(question(Math.floor(Math.random() * people)));
      const sent = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path: singlePath,
          method: 'POST',
          headers: { ...signedHeaders(key, { body }), 'x-forwarded-for': address },
        },
        (response) => {
          const status = String(response.statusCode);
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (status === '503' && response.headers['retry-after'] === undefined) withoutRetryAfter += 1;
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => void (text += piece));
          response.on('end', () => {
            if (status === '200') acknowledged.push(JSON.parse(text) as { id: string; receipt: string });
            resolve();
          });
          response.on('error', () => resolve());
        },
      );
      sent.on('error', () => {
        statuses['lost'] = (statuses['lost'] ?? 0) + 1;
        setTimeout(resolve, 20);
      });
      sent.end(body);
    });
  const caller = async (): Promise<void> => {
    while (performance.now() < ends) await ask();
  };
  await Promise.all(Array.from({ length: callers }, caller));
  agent.destroy();
  return { acknowledged, statuses, withoutRetryAfter };
}

if (import.meta.main) {
  process.on(
    'message',
    (load: VerificationLoad) => void runLoad(load).then((result) => process.send?.(result, () => process.disconnect?.())),
  );
}
