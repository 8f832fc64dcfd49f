// `mingcha signer`: the keys of logs in a process of their own, under another account than the server's. It needs no database; its folder
// holds the keys, wrapped under the key file, and what they signed last. Over a Unix socket the file's mode says who may ask; over TCP a token.
import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { ensurePrivateDirectory, KeystoreFault, openSignerKeys, readSecret } from '#server/keys';
import { lockDataDirectory, type SignerAddress } from '#server/platform';
import { toLogUnavailable } from '../database-fault.ts';
import { perform } from './perform-call.ts';
import * as protocol from './protocol.ts';
import { SignerLogs } from './signer-logs.ts';

export interface SignerOptions {
  readonly keyFile: string;
  readonly stateDirectory: string;
  readonly address: SignerAddress;
  /** The socket may be used by its group as well: by the server, when it runs under another account. */
  readonly groupMayAsk?: boolean;
  /** Origins of new logs: each gets a key, and starts from the empty tree. */
  readonly first: readonly string[];
}

export interface RunningSigner {
  /** As `MINGCHA_SIGNER` takes it. */
  readonly address: string;
  /** Of the new logs. */
  readonly vkeys: readonly string[];
  stop(): Promise<void>;
}

const CALL_PATIENCE_MS = 5_000;
const MOST_CONNECTIONS = 64;

/** @throws KeystoreFault for keys that are missing or of a log that is not new @throws DataDirectoryInUse */
export async function serveSigner(options: SignerOptions): Promise<RunningSigner> {
  const { stateDirectory, address } = options;
  ensurePrivateDirectory(stateDirectory);
  const unlock = lockDataDirectory(stateDirectory);
  try {
    const logs = new SignerLogs(openSignerKeys(options.keyFile, stateDirectory, options.first.length > 0), stateDirectory);
    const vkeys: string[] = [];
    for (const origin of options.first) vkeys.push(await logs.begin(origin));
    const token = 'tokenFile' in address ? readToken(address.tokenFile) : undefined;
    const limits = { requestTimeout: CALL_PATIENCE_MS, headersTimeout: CALL_PATIENCE_MS, connectionsCheckingInterval: 1_000 };
    const server = createServer(limits, (request, response) => {
      void answer(logs, token, request).then(([status, reply]) => send(response, status, reply));
    });
    server.maxConnections = MOST_CONNECTIONS;
    return {
      address: await listen(server, address, options.groupMayAsk ? 0o660 : 0o600),
      vkeys,
      stop: async () => {
        const patience = setTimeout(() => server.closeAllConnections(), CALL_PATIENCE_MS);
        await new Promise((resolve) => server.close(resolve));
        clearTimeout(patience);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function answer(logs: SignerLogs, token: Buffer | undefined, request: IncomingMessage): Promise<[status: number, reply: unknown]> {
  try {
    if (token && !timingSafeEqual(token, digest(request.headers.authorization ?? '')))
      return [401, refusal('the token is missing or wrong')];
    const call = protocol.signerCalls.find((name) => request.url === `/${name}`);
    if (!call || request.method !== 'POST') return [404, refusal('no such call')];
    const { origin, ask } = protocol.envelope.parse(JSON.parse(await readBody(request)));
    return [200, { answer: await perform(logs.get(origin), call, ask) }];
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError) return [400, refusal('malformed')];
    const { code, message } = toLogUnavailable(error);
    return [409, { fault: { code, message } }];
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > protocol.maxMessageBytes) throw new RangeError('the body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, reply: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
}

function refusal(message: string): unknown {
  return { fault: { code: 'keys', message: `the signer refused: ${message}` } };
}

/** The lock says that no other signer runs here: a socket that is in the way was left by one that was killed. */
async function listen(server: Server, address: SignerAddress, mode: number): Promise<string> {
  if (!('socketPath' in address)) {
    await listening(server, address);
    const bound = server.address();
    return `http://${address.host}:${typeof bound === 'object' && bound ? bound.port : address.port}`;
  }
  const { socketPath } = address;
  if (lstatSync(socketPath, { throwIfNoEntry: false })?.isSocket()) unlinkSync(socketPath);
  const before = process.umask(0o777);
  await listening(server, { path: socketPath }).finally(() => process.umask(before));
  chmodSync(socketPath, mode);
  return `unix:${socketPath}`;
}

function listening(server: Server, where: { path: string } | { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(where, resolve);
  return promise;
}

function readToken(file: string): Buffer {
  const token = readSecret(file)?.toString('utf8').trim() ?? '';
  if (token.length < 32) throw new KeystoreFault('unreadable', `${file} must hold a token of at least 32 characters`);
  return digest(`Bearer ${token}`);
}

/** Of equal length, to be compared without telling how much of it was right. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
