// Mounts a route of the contract: its schemas check what comes in and what goes out.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problem, type BodyOf, type ParamsOf, type QueryOf, type ResponseOf, type Route } from '#contract';
import type { Http } from './create-http.ts';

export interface FileReply {
  readonly bytes: Uint8Array;
  /** ASCII; the browser's name for the file. Never holds personal data. */
  readonly fileName: string;
}

export interface Call<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type Answered<R extends Route> = R['response'] extends z.ZodType
  ? ResponseOf<R>
  : R['response'] extends null
    ? undefined
    : FileReply;

export interface MountOptions {
  /** Requests a minute from one address. */
  readonly perMinute?: number;
}

export function mount<R extends Route>(
  app: Http,
  route: R,
  handle: (call: Call<R>) => Promise<Answered<R>>,
  options: MountOptions = {},
): void {
  const media = typeof route.response === 'string' ? route.response : undefined;
  app.route({
    method: route.method,
    url: route.path,
    // A reading is recorded and a printing is work: HEAD would cause both and show nothing.
    exposeHeadRoute: false,
    ...(options.perMinute && { config: { rateLimit: { max: options.perMinute, timeWindow: '1 minute' } } }),
    schema: {
      summary: route.summary,
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      ...responseSchema(route),
    },
    handler: async (request, reply) => {
      // The schemas above have parsed these: the types follow from the same route.
      const call = { params: request.params, query: request.query, body: request.body, request, reply } as Call<R>;
      const answered = await handle(call);
      if (route.response === null) return reply.code(204).send();
      if (media === undefined) return answered;
      const file = answered as FileReply;
      return reply.type(media).header('content-disposition', `attachment; filename="${file.fileName}"`).send(Buffer.from(file.bytes));
    },
  });
}

/** How a route whose requests are signed by other systems is described; its handler reads the bytes itself, so nothing is checked here. */
export function describeSigned(route: Route, media: string) {
  return {
    method: route.method,
    url: route.path,
    exposeHeadRoute: false,
    config: { isBare: true, rateLimit: false as const },
    validatorCompiler: () => () => true,
    schema: {
      summary: route.summary,
      consumes: [media],
      ...(typeof route.response === 'string' && { produces: [route.response] }),
      security: [{ signature: [] }],
      headers: signatureHeaders,
      body: route.body,
      ...responseSchema(route),
    },
  };
}

/** RFC 9421 and RFC 9530; how each is made stands in docs/verification-service.md. */
const signatureHeaders = z.object({
  'content-digest': z.string().meta({ description: 'sha-256=:base64 of the SHA-256 of the body:' }),
  'signature-input': z.string().meta({
    description: 'mingcha=("@method" "@path" "content-digest");created=UNIX-SECONDS;nonce="16 to 64 of A-Z a-z 0-9 _ -";keyid="KEY-ID"',
  }),
  signature: z.string().meta({ description: 'mingcha=:base64 of the HMAC-SHA-256 of the signature base:' }),
  'idempotency-key': z
    .string()
    .optional()
    .meta({ description: 'covered by the signature after "content-digest"; the same key and body again give the same answer again' }),
});

/** Files and empty answers are described to OpenAPI without a JSON schema to serialise by. */
function responseSchema(route: Route): object {
  const failed = { default: { description: 'RFC 9457 problem document', content: { 'application/problem+json': { schema: problem } } } };
  if (route.response === null) return { response: { 204: z.undefined().describe('done'), ...failed } };
  if (typeof route.response === 'string') return { produces: [route.response], response: failed };
  return { response: { 200: route.response, ...failed } };
}
