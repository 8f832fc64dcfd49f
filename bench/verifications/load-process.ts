// The generator's process: told what to send, it makes and signs all requests first, then sends them and tells what it measured.
import { signedHeaders, batchPath, singlePath } from '../../test/support/signed-request.ts';
import { runLoad, type Measured } from './load-generator.ts';
import { bodyAbout, personId, strangerId } from './people.ts';

export interface LoadOrder {
  readonly port: number;
  readonly kind: 'constant' | 'plain' | 'single' | 'strangers' | 'batch';
  readonly key: { readonly keyId: string; readonly secret: string };
  readonly people: number;
  readonly requests: number;
  readonly callers: number;
  readonly perSecond?: number;
}

export const linesInBatch = 1_000;

function requestOf({ kind, key, people }: LoadOrder): Buffer {
  const place = Math.floor(Math.random() * people);
  const id = kind === 'strangers' ? strangerId(place) : personId(place);
  const body = kind === 'batch' ? batchOf(people) : bodyAbout(id);
  const path = kind === 'batch' ? batchPath : kind === 'plain' ? '/verifications' : singlePath;
  // The plain endpoint and the constant don't look at them; the constant is sent the very same request as the service.
  const headers = kind === 'plain' ? { 'content-type': 'application/json' } : signedHeaders(key, { path, body });
  const lines = Object.entries({ host: 'localhost', ...headers, 'content-length': Buffer.byteLength(body) });
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`);
}

function batchOf(people: number): string {
  return Array.from({ length: linesInBatch }, () => `${bodyAbout(personId(Math.floor(Math.random() * people)))}\n`).join('');
}

if (import.meta.main) {
  process.on('message', (order: LoadOrder) => {
    const requests = Array.from({ length: order.requests }, () => requestOf(order));
    const { port, callers, perSecond } = order;
    void runLoad({ port, callers, requests, ...(perSecond !== undefined && { perSecond }) }).then((measured: Measured) =>
      process.send?.(measured),
    );
  });
}
