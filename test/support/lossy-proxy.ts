// A TCP proxy before PostgreSQL that loses what networks lose: the answer to one statement, or every new connection.
import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';

export interface LossyProxy {
  /** The same database through the proxy. */
  readonly url: string;
  /** How many answers were swallowed so far. */
  readonly swallowed: number;
  /** The next time a client's bytes hold `marker`, the statement reaches the server, and both sides are cut when it answers. */
  swallowAnswerTo(marker: string): void;
  /** While true, connections are cut and none is let in. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
}

export async function startLossyProxy(url: string): Promise<LossyProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let marker: string | undefined;
  let refusing = false;
  let swallowed = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    if (refusing) return void client.destroy();
    let losing = false;
    client.on('data', (bytes) => {
      if (marker !== undefined && bytes.includes(marker)) {
        losing = true;
        marker = undefined;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!losing) return void client.write(bytes);
      swallowed += 1;
      client.destroy();
    });
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port for the proxy');
  const proxied = new URL(url);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(address.port);
  return {
    url: proxied.href,
    get swallowed() {
      return swallowed;
    },
    swallowAnswerTo: (text) => (marker = text),
    refuse: (value) => {
      refusing = value;
      if (value) for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
