// The web app's files. Names with a content hash are kept for a year; index.html never.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Http } from './create-http.ts';
import { ProblemError } from './problem-error.ts';

/** @param folder the built app, `dist/web` */
export async function serveWebApp(app: Http, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built web app`);
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  );
  app.get('/mark.svg', { schema: { hide: true } }, (_request, reply) => reply.sendFile('mark.svg', { maxAge: '1d' }));
  // Every page of the app is index.html; the app's router reads the address.
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (request.url.startsWith('/api/')) throw new ProblemError('not-found');
    return reply.sendFile('index.html', { maxAge: 0, cacheControl: true });
  });
}
