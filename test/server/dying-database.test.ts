// PostgreSQL that dies at the very moment it hands over a session: its farewell arrives in one piece with the greeting, when the
// session belongs to nobody. Whoever asked gets an error; the process goes on.
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, ensureDatabase } from '#server/platform';
import { openDemoLabourInsurance } from '#server/providers';

/** PostgreSQL's protocol, version 3: a type, the length from itself on, the fields. */
function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body, 'latin1')]);
}

const authenticated = message('R', '\0\0\0\0');
const readyForQuery = message('Z', 'I');
const farewell = message('E', 'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0');

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(Buffer.concat([authenticated, readyForQuery, farewell])));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `postgresql://nobody@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/nothing`;
});
afterAll(() => void server.close());

test('our own pool, a client of its own and the provider’s pool survive it', async () => {
  const pool = createPool(url, { connections: 1 });
  await expect(pool.query('select 1')).rejects.toThrow();
  await pool.end();
  await ensureDatabase(url).catch(() => {});
  const provider = openDemoLabourInsurance({ url, timeoutMs: 500 });
  await expect(provider.fetch({ operation: 'insured-history', subject: 'A123456789' }, AbortSignal.timeout(2_000))).rejects.toThrow();
  await provider.close();
});
