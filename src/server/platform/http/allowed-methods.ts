// Which methods a path knows, so that a wrong one is answered 405 with `Allow` (RFC 9110, 15.5.6) and not "not found".
import type { FastifyInstance } from 'fastify';

/** @returns the methods of the routes whose pattern fits a URL; none for a path that is no route */
export function watchMethods(app: FastifyInstance): (url: string) => string[] {
  const routes: { readonly pattern: readonly string[]; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    // The web app's pages answer any path: that says nothing about one.
    if (!url.endsWith('*')) routes.push({ pattern: url.split('/'), methods: [method].flat() });
  });
  return (url) => {
    const path = (url.split('?', 1)[0] ?? '').split('/');
    return [...new Set(routes.filter(({ pattern }) => fits(pattern, path)).flatMap(({ methods }) => methods))].toSorted();
  };
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  return (
    pattern.length === path.length && pattern.every((part, place) => part === path[place] || (part.startsWith(':') && path[place] !== ''))
  );
}
