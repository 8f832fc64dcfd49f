// Every refusal and fault leaves as a problem document, and is told to the operator by its code alone.
import type { FastifyInstance } from 'fastify';
import { ProviderFault } from '#server/providers';
import { gatewayDocument, GatewayProblem } from './gateway-problem.ts';

export function answerProblems(http: FastifyInstance, onNotice: (line: string) => void): void {
  http.setNotFoundHandler(() => {
    throw new GatewayProblem('not-found');
  });
  http.setErrorHandler((error, _request, reply) => {
    const { code } = toProblem(error);
    onNotice(code === 'fault' ? `fault: ${nameOf(error)}` : `refused: ${code}`);
    const document = gatewayDocument(code);
    return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document);
  });
}

function toProblem(error: unknown): GatewayProblem {
  if (error instanceof GatewayProblem) return error;
  if (error instanceof ProviderFault) return new GatewayProblem(error.code);
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return new GatewayProblem('body-too-large');
  return new GatewayProblem(status < 500 ? 'malformed-request' : 'fault');
}

/** A message may repeat what was asked; a name and a code don't. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
}
