// Every error leaves as a problem document with a reference; faults are logged by name and place, never by message or value.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ProblemCode } from '#contract';
import { fieldProblem, fieldProblems } from './field-messages.ts';
import { ProblemError, problemDocument } from './problem-error.ts';

/** The wire's code for a fault of an inner part; undefined: none, it is a plain `fault`. */
export type FaultCode = (error: unknown) => ProblemCode | undefined;

export function answerProblems(app: FastifyInstance, faultCode: FaultCode): void {
  app.setNotFoundHandler((request, reply) => send(request, reply, new ProblemError('not-found')));
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, faultCode);
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
  if (code) return new ProblemError(code, code === 'overloaded' || code === 'too-many-requests' ? { retryAfterSeconds: 5 } : {});
  if (statusOf(error) === 429) return new ProblemError('too-many-requests');
  return new ProblemError(faultCode(error) ?? 'fault');
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
  if (error instanceof SyntaxError) return 'FST_ERR_CTP_INVALID_JSON_BODY';
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function logFault(request: FastifyRequest, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12) : []; // prettier-ignore
  request.log.error(
    { fault: name, code: errorCode(error), route: request.routeOptions.url, at: frames.map((line) => line.trim()) },
    'fault',
  );
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const document = problemDocument(problem.code, request.id, problem.details);
  if (problem.details.retryAfterSeconds) reply.header('retry-after', problem.details.retryAfterSeconds);
  return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document);
}
