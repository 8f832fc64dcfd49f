// One call: judged by its promise, remembered on disk, and only then put to the data.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { judgeCall } from '#domain/gateway';
import type { LogPromise } from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { systemClock } from '#server/platform';
import { labourInsuranceOperations } from '#server/providers';
import type { GatewayParts } from './gateway-parts.ts';
import { GatewayProblem } from './gateway-problem.ts';

const callForm = z.strictObject({
  promise: z.string().max(2_048),
  operation: z.enum(labourInsuranceOperations),
  subject: z.string().min(1).max(64),
});

export function mountCalls(http: FastifyInstance, parts: GatewayParts): void {
  const { served, data, logs, mostAhead, clock = systemClock } = parts;
  const rules = { keys: logs, mostAhead, servedTo: (origin: string) => served.to(origin), verify: verifyEd25519, sha256 };
  http.post('/calls', async (request, reply) => {
    const form = callForm.safeParse(request.body);
    if (!form.success) throw new GatewayProblem('malformed-request');
    const { promise: text, operation, subject } = form.data;
    const verdict = judgeCall(text, rules);
    if (verdict.kind === 'refused') {
      if (verdict.code === 'index-contradicted' && verdict.promise) raiseAlarm(parts, verdict.promise, text);
      throw new GatewayProblem(verdict.code);
    }
    served.remember(verdict.promise, text, clock.now());
    return data.fetch({ operation, subject }, hangUp(reply));
  });
}

/** Both promises, whole: together they prove to anyone that the log said two things. */
function raiseAlarm({ served, onNotice }: GatewayParts, { origin, index }: LogPromise, second: string): void {
  onNotice(`ALARM: ${origin} promised two leaves at index ${index}: ${served.promiseAt(origin, index)} and ${second}`);
}

/** Whoever asked has gone: the work for them ends. */
function hangUp(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
