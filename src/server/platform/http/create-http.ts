// The HTTP server's frame: limits, headers, one form of error, and a log that never holds what people asked.
import { randomInt } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from '../config/config.ts';
import { answerProblems, type FaultCode } from './answer-problems.ts';

/** All bodies are small forms. */
const BODY_LIMIT_BYTES = 64 * 1024;
const REQUESTS_PER_MINUTE = 30_000;

export type Http = FastifyInstance;

/** @param faultCode names the faults of inner parts that the wire has a code for */
export async function createHttp(
  config: Pick<Config, 'trustedProxies' | 'secureCookies'>,
  version: string,
  faultCode: FaultCode,
): Promise<Http> {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 128 },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: newReference,
    // A line per answered request: method, route pattern (never the URL), status, time, reference.
    logger: {
      level: process.env['MINGCHA_LOG_LEVEL'] ?? 'warn',
      stream: process.stderr,
      serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
    },
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, faultCode);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(config.secureCookies));
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' });
  await app.register(underPressure, { maxEventLoopDelay: 2_000, exposeStatusRoute: false });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Mingcha', description: 'Governed queries that prove themselves.', version } },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  return app;
}

/** Eight letters and digits that are not mistaken for one another, so that it can be read out on the telephone. */
function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

function securityHeaders(behindTls: boolean): Parameters<typeof helmet>[1] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: behindTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'no-referrer' },
  };
}
