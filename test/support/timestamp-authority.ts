// A timestamp authority that is none of ours: `openssl ts -reply` behind HTTP, with a certificate made for the test.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';

const run = promisify(execFile);

const config = `
[req]
distinguished_name = name
prompt = no
x509_extensions = certificate
[name]
CN = Timestamp authority of a test
[certificate]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[authority]
serial = ./serial
signer_cert = ./certificate.pem
signer_key = ./key.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
`;

export interface TimestampAuthority {
  readonly url: string;
  /** What it answers instead of a timestamp; undefined: it works. */
  answers: ((query: Buffer, response: ServerResponse) => Promise<void>) | undefined;
  /** The reply to a query of somebody's own. */
  reply(query: Uint8Array): Promise<Buffer>;
  /** What openssl says of a timestamp of these bytes: `Verification: OK` where it holds. */
  verify(stamped: Uint8Array, reply: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

/** False where there is no openssl. */
export async function hasOpenssl(): Promise<boolean> {
  return run('openssl', ['version']).then(() => true, () => false); // prettier-ignore
}

export async function startTimestampAuthority(): Promise<TimestampAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'mingcha-authority-'));
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  await writeFile(join(folder, 'config'), config);
  await writeFile(join(folder, 'serial'), '01\n');
  const certificate = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-config', 'config', '-keyout', 'key.pem', '-out', 'certificate.pem'];
  await openssl('req', '-x509', ...certificate);
  let turn: Promise<unknown> = Promise.resolve();
  const reply = (query: Uint8Array): Promise<Buffer> => {
    // One at a time: each takes the next serial number.
    const replied = turn.then(async () => {
      await writeFile(join(folder, 'query'), query);
      await openssl('ts', '-reply', '-config', 'config', '-section', 'authority', '-queryfile', 'query', '-out', 'reply');
      return readFile(join(folder, 'reply'));
    });
    turn = replied.catch(() => undefined);
    return replied;
  };
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = await buffer(request);
    if (authority.answers) return authority.answers(query, response);
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(await reply(query));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const authority: TimestampAuthority = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    answers: undefined,
    reply,
    verify: async (stamped, token) => {
      await Promise.all([writeFile(join(folder, 'stamped'), stamped), writeFile(join(folder, 'token'), token)]);
      const verified = await openssl('ts', '-verify', '-data', 'stamped', '-in', 'token', '-CAfile', 'certificate.pem');
      return verified.stdout + verified.stderr;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return authority;
}
