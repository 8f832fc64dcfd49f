// The signed list of a month's calls. It names records by index and hash and nobody by name, so whoever reaches the gateway may have it.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { formatServedCall, formatServedEnd, keysOfLog } from '#domain/gateway';
import type { NoteSigner } from '#domain/ledger';
import type { GatewayParts } from './gateway-parts.ts';
import { GatewayProblem } from './gateway-problem.ts';
import type { ServedCalls } from './served-calls.ts';

export function mountLists(http: FastifyInstance, { served, signer, logs }: GatewayParts): void {
  http.get<{ Params: { month: string }; Querystring: { origin?: unknown } }>('/served/:month', async (request, reply) => {
    const { month } = request.params;
    const { origin } = request.query;
    const isKnown = typeof origin === 'string' && keysOfLog(logs, origin).length > 0;
    if (!isKnown || !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new GatewayProblem('not-found');
    return reply.type('application/x-ndjson').send(Readable.from(servedList(served, origin, month, signer)));
  });
}

function* servedList(served: ServedCalls, origin: string, month: string, signer: NoteSigner): Generator<string> {
  const hash = createHash('sha256');
  let count = 0;
  for (const call of served.inMonth(origin, month)) {
    const line = formatServedCall(call);
    hash.update(line);
    count += 1;
    yield line;
  }
  yield formatServedEnd({ origin, month, count, digest: hash.digest() }, signer);
}
