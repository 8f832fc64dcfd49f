// Every error leaves as a problem document with a reference; faults are logged by name and place, never by message or value.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemCode } from '#contract';
import { fieldProblem, fieldProblems } from './field-messages.ts';
import { describeFault } from './log-options.ts';
import { ProblemError, problemDocument } from './problem-error.ts';

/** The wire's code for a fault of an inner part; undefined: none, it is a plain `fault`. */
export type FaultCode = (error: unknown) => ProblemCode | undefined;

interface Parts {
  readonly faultCode: FaultCode;
  /** The methods that a URL knows; none for one that is no route. */
  readonly allowedMethods: (url: string) => readonly string[];
}

export function answerProblems(app: FastifyInstance, { faultCode, allowedMethods }: Parts): void {
  app.setNotFoundHandler((request, reply) => {
    const allowed = allowedMethods(request.url);
    // A known method that came here fits no route all the same: a part of the path is too long.
    if (allowed.length === 0 || allowed.includes(request.method)) return send(request, reply, new ProblemError('not-found'));
    return send(request, reply.header('allow', allowed.join(', ')), new ProblemError('method-not-allowed'));
  });
  app.setErrorHandler((error, request, reply) => {
    // Somebody hung up in the middle of their own request: no fault of ours, and nobody to answer.
    const problem = request.raw.readableAborted ? new ProblemError('malformed-request') : toProblem(error, faultCode);
    if (problem.code === 'fault' || problem.code === 'log-unavailable') logFault(request, error);
    return send(request, reply, problem);
  });
}

/** Translates what Fastify, its plugins and our routes throw. Anything unknown is a fault. */
function toProblem(error: unknown, faultCode: FaultCode): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((entry) => ({ ...(entry.params as { issue?: object }).issue, ...issueOf(entry) }));
    return new ProblemError('malformed-request', { fields: fieldProblems(error.validationContext ?? 'body', issues) });
  }
  const code = known[errorCode(error)];
  if (code === 'malformed-request') return new ProblemError(code, { fields: [fieldProblem('body', 'not-json')] });
  if (code) return withPatience(code);
  const status = statusOf(error);
  if (status === 429) return new ProblemError('too-many-requests');
  // What Fastify and its plugins refuse of a request without a code of ours.
  if (status >= 400 && status < 500) return new ProblemError('malformed-request');
  return withPatience(faultCode(error) ?? 'fault');
}

function withPatience(code: ProblemCode): ProblemError {
  return new ProblemError(code, code === 'overloaded' || code === 'too-many-requests' ? { retryAfterSeconds: 5 } : {});
}

const known: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_LIMIT: 'too-many-requests',
  FST_UNDER_PRESSURE: 'overloaded',
};

function issueOf(entry: { instancePath: string; message?: string | undefined; keyword: string; params: Record<string, unknown> }): {
  code: string;
  path: string[];
  message: string;
  keys?: string[];
} {
  const keys = entry.params['keys'];
  return {
    code: entry.keyword,
    path: entry.instancePath.split('/').filter(Boolean),
    message: entry.message ?? '',
    ...(Array.isArray(keys) && { keys: keys.map(String) }),
  };
}

function errorCode(error: unknown): string {
  // The body's parser gives its own a status; any other is a fault of ours.
  if (error instanceof SyntaxError && statusOf(error) === 400) return 'FST_ERR_CTP_INVALID_JSON_BODY';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function logFault(request: FastifyRequest, error: unknown): void {
  request.log.error({ ...describeFault(error), route: request.routeOptions.url }, 'fault');
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const document = problemDocument(problem.code, request.id, problem.details);
  if (problem.details.retryAfterSeconds) reply.header('retry-after', problem.details.retryAfterSeconds);
  return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document);
}
