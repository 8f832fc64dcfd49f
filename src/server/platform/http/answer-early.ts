// Errors that come before any route: a URL that can't be decoded, bytes that are no HTTP. They leave as problem documents too,
// and repeat nothing of what was sent.
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newReference } from './new-reference.ts';
import { problemDocument } from './problem-error.ts';

const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** The router's own refusals (`frameworkErrors` of Fastify): no hook has run, so the headers are set here. */
export function answerBadUrl(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const document = problemDocument('not-found', request.id);
  void reply.code(document.status).headers(headers).serializer(JSON.stringify).send(document);
}

/** Node's parser gave up: `clientError` of its server. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const document = problemDocument('malformed-request', newReference());
  const body = JSON.stringify(document);
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' }).map(([name, value]) => `${name}: ${value}`); // prettier-ignore
  socket.end(`HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
