// The web app's files. Names with a content hash are kept for a year; index.html never.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Http } from './create-http.ts';

/** @param folder the built app, `dist/web` */
export async function serveWebApp(app: Http, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no built web app`);
  await app.register(fastifyStatic, { root: folder, serve: false, dotfiles: 'ignore' });
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true } }, (request, reply) => {
    const name = request.params['*'];
    return isAsset(name) ? reply.sendFile(`assets/${name}`, { maxAge: '365d', immutable: true }) : reply.callNotFound();
  });
  app.get('/mark.svg', { schema: { hide: true } }, (_request, reply) => reply.sendFile('mark.svg', { maxAge: '1d' }));
  // Every page of the app is index.html; the app's router reads the address.
  app.get('/*', { schema: { hide: true } }, (request, reply) =>
    isApi(request.url) ? reply.callNotFound() : reply.sendFile('index.html', { maxAge: 0, cacheControl: true }),
  );
}

/** The build puts every file beside the others, under a plain name. */
function isAsset(name: string): boolean {
  return /^\w[\w.-]*$/.test(name);
}

/** However it is spelt: the router has decoded the path, and found that it can be; the URL is as it came. */
function isApi(url: string): boolean {
  return /^\/+api(?:\/|$)/i.test(decodeURI(url.split('?', 1)[0] ?? ''));
}
