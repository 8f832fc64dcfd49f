// The two routes that other systems ask. They stand outside the hooks of the pages' routes (cookies, sessions, page headers, a line of the
// program's log per request): what those are for is done here by the signature, constant headers, budgets and the hourly statistics.
// What is too much is turned away before anything is done with it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { batchMedia, problemTable, routes, type ProblemCode } from '#contract';
import { describeSigned, ProblemError, type Config, type Http } from '#server/platform';
import { clientCertificateOf } from '#server/clients';
import { answerLines, answerSingle, linesAtOnce, openBatch, type Batch } from './answer-request.ts';
import type { ReceivedRequest } from './authenticate.ts';
import type { Verifications } from './open-verifications.ts';
import type { Outcome } from './outcome.ts';
import { problem } from './refuse.ts';
import { outcomeText } from './write-outcome.ts';

export interface ClientRouteOptions {
  readonly config: Pick<Config, 'trustedProxies' | 'clientCertificateHeader' | 'secureCookies'>;
  /** The wire's code for a fault of an inner part, in the place of a batch's line. */
  readonly faultCode: (error: unknown) => ProblemCode | undefined;
  readonly singlesAtOnce?: number;
  readonly batchesAtOnce?: number;
}

const SINGLE_BYTES = 64 * 1024;
const BATCH_BYTES = 2 * 1024 * 1024;
/** Together fewer than the log lets wait, so that whoever is let in is not turned away there. */
const SINGLES_AT_ONCE = 2_048;
const BATCHES_AT_ONCE = 4;
const PIECES_AT_ONCE = 3;
const PATIENCE_SECONDS = 2;

/** @param bare a context without hooks */
export function mountClientRoutes(bare: Http, verifications: Verifications, options: ClientRouteOptions): void {
  const { config, singlesAtOnce = SINGLES_AT_ONCE, batchesAtOnce = BATCHES_AT_ONCE } = options;
  const headers = constantHeaders(config.secureCookies);
  const received = (request: FastifyRequest): ReceivedRequest => ({
    method: request.method,
    url: request.raw.url ?? '',
    headers: request.raw.headers,
    body: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
    address: request.ip,
    certificate: clientCertificateOf(request.raw, config),
  });
  bare.removeAllContentTypeParsers();
  for (const media of ['application/json', batchMedia])
    bare.addContentTypeParser(media, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  bare.setErrorHandler((error, _request, reply) => {
    reply.headers(Object.fromEntries(headers));
    throw error;
  });

  let singles = 0;
  bare.route({
    ...describeSigned(routes.verify, 'application/json'),
    bodyLimit: SINGLE_BYTES,
    handler: async (request, reply) => {
      if (!isOf(request, 'application/json')) throw new ProblemError('unsupported-media-type');
      if (singles >= singlesAtOnce) return send(reply, request, overloaded(), headers);
      singles += 1;
      try {
        return send(reply, request, await answerSingle(verifications, received(request)), headers);
      } finally {
        singles -= 1;
      }
    },
  });

  let batches = 0;
  bare.route({
    ...describeSigned(routes.verifyBatch, batchMedia),
    bodyLimit: BATCH_BYTES,
    handler: async (request, reply) => {
      if (!isOf(request, batchMedia)) throw new ProblemError('unsupported-media-type');
      if (batches >= batchesAtOnce) return send(reply, request, overloaded(), headers);
      batches += 1;
      try {
        const batch = await openBatch(verifications, received(request));
        if (batch.kind !== 'batch') return send(reply, request, batch, headers);
        await sendLines(reply, request, { batch, verifications, headers, faultCode: options.faultCode });
        return reply;
      } finally {
        batches -= 1;
      }
    },
  });
}

type Headers = readonly (readonly [name: string, value: string])[];

function constantHeaders(behindTls: boolean): Headers {
  return [
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ...(behindTls ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : []),
  ];
}

function overloaded(): Outcome {
  return problem('overloaded', { retryAfterSeconds: PATIENCE_SECONDS });
}

function isOf(request: FastifyRequest, media: string): boolean {
  return request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === media;
}

/** Past the framework's sending, which would look for hooks and serialisers that these routes don't have. */
function send(reply: FastifyReply, request: FastifyRequest, outcome: Outcome, headers: Headers): FastifyReply {
  const isAnswer = outcome.kind === 'answered';
  const status = isAnswer ? 200 : problemTable[outcome.problem.code].status;
  const text = outcomeText(outcome, request.id);
  // An answer is ASCII: its length is its bytes'.
  const length = isAnswer ? text.length : Buffer.byteLength(text);
  const list = ['content-type', isAnswer ? 'application/json' : 'application/problem+json', 'content-length', String(length)];
  for (const [name, value] of headers) list.push(name, value);
  if (!isAnswer && outcome.problem.details.retryAfterSeconds) list.push('retry-after', String(outcome.problem.details.retryAfterSeconds));
  reply.hijack();
  reply.raw.writeHead(status, list).end(text, isAnswer ? 'latin1' : 'utf8');
  return reply;
}

interface SendingLines {
  readonly batch: Batch;
  readonly verifications: Verifications;
  readonly headers: Headers;
  readonly faultCode: ClientRouteOptions['faultCode'];
}

/** Piece after piece in order; while one is written the next ones are under way. */
async function sendLines(
  reply: FastifyReply,
  request: FastifyRequest,
  { batch, verifications, headers, faultCode }: SendingLines,
): Promise<void> {
  const asProblem = (error: unknown): Outcome => {
    const code = faultCode(error) ?? 'fault';
    if (code !== 'overloaded') request.log.error(error);
    return problem(code, code === 'overloaded' ? { retryAfterSeconds: PATIENCE_SECONDS } : {});
  };
  const pieceFrom = async (from: number): Promise<string> => {
    const count = Math.min(linesAtOnce, batch.lines.length - from);
    const outcomes = await answerLines(verifications, batch, from).then(
      (promises) => Promise.all(promises.map((promise) => promise.catch(asProblem))),
      (error: unknown) => Array.from({ length: count }, () => asProblem(error)),
    );
    let text = '';
    for (const outcome of outcomes) text += `${outcomeText(outcome, request.id)}\n`;
    return text;
  };
  reply.hijack();
  reply.raw.writeHead(200, ['content-type', `${batchMedia}; charset=utf-8`, ...headers.flat()]);
  const pieces: Promise<string>[] = [];
  for (let from = 0; from < batch.lines.length; from += linesAtOnce) {
    pieces.push(pieceFrom(from));
    if (pieces.length >= PIECES_AT_ONCE) reply.raw.write((await pieces.shift()) ?? '');
  }
  for (const piece of pieces) reply.raw.write(await piece);
  reply.raw.end();
}
