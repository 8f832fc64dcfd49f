// The HTTP server's frame: limits, headers, one form of error, and a log that never holds what people asked.
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import underPressure from '@fastify/under-pressure';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from '../config/config.ts';
import { watchMethods } from './allowed-methods.ts';
import { answerBadUrl, answerClientError } from './answer-early.ts';
import { answerProblems, type FaultCode } from './answer-problems.ts';
import { logOptions } from './log-options.ts';
import { newReference } from './new-reference.ts';

/** All bodies are small forms. */
const BODY_LIMIT_BYTES = 64 * 1024;
const REQUESTS_PER_MINUTE = 30_000;

export type Http = FastifyInstance;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route of `mountBare`. */
    isBare?: boolean;
  }
}

/**
 * @param faultCode names the faults of inner parts that the wire has a code for
 * @param mountBare routes that see to themselves what others are given here: headers, limits, and a line in the program's log
 */
export async function createHttp(
  config: Pick<Config, 'trustedProxies' | 'secureCookies'>,
  version: string,
  faultCode: FaultCode,
  mountBare?: (bare: Http) => void,
): Promise<Http> {
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 128 },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: newReference,
    frameworkErrors: answerBadUrl,
    clientErrorHandler: answerClientError,
    logger: logOptions(process.stderr),
    logController: new LogController({ disableRequestLogging: true }),
  });
  // Forms are JSON: any other body is refused by its type.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, { faultCode, allowedMethods: watchMethods(app) });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Mingcha', description: 'Governed queries that prove themselves.', version },
      components: { securitySchemes: { signature: signatureScheme } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  // Who hung up has no address any more, and nobody is there to be answered.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.socket.remoteAddress === undefined) reply.hijack();
    done();
  });
  await app.register(cookie);
  const headers = await constantHeaders(securityHeaders(config.secureCookies));
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.routeOptions.config.isBare) reply.headers(headers);
    done();
  });
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' });
  await app.register(underPressure, { maxEventLoopDelay: 2_000, exposeStatusRoute: false });
  if (mountBare) await app.register(async (bare) => mountBare(bare));
  // Nothing is kept by default, however its URL was spelt; the web app's files say otherwise themselves.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  // A line per answered request: method, route pattern (never the URL), status, time, reference.
  app.addHook('onResponse', (request, reply, done) => {
    done();
    if (request.routeOptions.config.isBare) return;
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  return app;
}

/** What helmet answers every request with: the same each time, so it is asked once and not for every request anew. */
async function constantHeaders(options: Parameters<typeof helmet>[1]): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, options);
  probe.get('/', async () => '');
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = new Set(['content-type', 'content-length', 'date', 'connection']);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (own.has(name) ? [] : [[name, String(value)]])));
}

const signatureScheme = {
  type: 'http',
  scheme: 'signature',
  description: 'HTTP Message Signatures (RFC 9421) with hmac-sha256, under the key that was issued to the client service.',
} as const;

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
