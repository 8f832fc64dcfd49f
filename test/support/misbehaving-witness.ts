// A witness that does not do what it should, as a process of its own: `node misbehaving-witness.ts MISBEHAVIOUR`.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { cosignNote, formatVkey, parseAddCheckpoint, parseNote, verifierKey } from '#domain/ledger';
import { knownPublicKey, sha256, signWithKnownKey } from '../vectors/ledger/reference-tree.ts';

const signer = { key: verifierKey('misbehaving.example', knownPublicKey, sha256, 'ed25519-cosignature'), sign: signWithKnownKey };

const misbehaviours = {
  'always 409': (answer: ServerResponse) => answer.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('0\n'),
  'always 409 with another size': (answer: ServerResponse, body: string) =>
    answer.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end(body.startsWith('old 1\n') ? '0\n' : '1\n'),
  'always 422': (answer: ServerResponse) => answer.writeHead(422).end('no\n'),
  'always 500': (answer: ServerResponse) => answer.writeHead(500).end(),
  'another place': (answer: ServerResponse) => answer.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  rubbish: (answer: ServerResponse) => answer.end(Buffer.from([0xff, 0x00, 0x0a, 0x0a, 0xe2, 0x80, 0x94])),
  'rubbish size': (answer: ServerResponse) => answer.writeHead(409).end('<html>\n'),
  silent: () => undefined,
  endless: (answer: ServerResponse) => {
    const more = (): boolean => answer.write('x'.repeat(65_536));
    answer.on('drain', more);
    more();
  },
  'cut short': (answer: ServerResponse) => {
    answer.writeHead(200, { 'content-length': '500' }).write('— ');
    setTimeout(() => answer.destroy(), 20);
  },
  "another tree's cosignature": (answer: ServerResponse, body: string) => {
    const note = parseNote(parseAddCheckpoint(body).note);
    const other = { ...note, text: note.text.replace(/\n(\d+)\n/, (_line, size: string) => `\n${Number(size) + 1}\n`) };
    answer.end(cosignNote(other, Math.floor(Date.now() / 1_000), signer).lines);
  },
} satisfies Record<string, (answer: ServerResponse, body: string) => unknown>;

export const allMisbehaviours = Object.keys(misbehaviours) as (keyof typeof misbehaviours)[];
export type Misbehaviour = keyof typeof misbehaviours | 'has seen more';

/** From the first SIGUSR2 on, every answer is that it has seen a larger tree. */
let hasSeenMore = process.argv[2] === 'has seen more';
process.on('SIGUSR2', () => (hasSeenMore = true));
const seenMore = (answer: ServerResponse): unknown => answer.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('999999\n');

if (process.argv[1] === import.meta.filename) {
  const misbehave = misbehaviours[process.argv[2] as keyof typeof misbehaviours];
  const server = createServer((request, answer) => {
    request.on('error', () => {});
    answer.on('error', () => {});
    void text(request).then((body) => (hasSeenMore ? seenMore(answer) : misbehave(answer, body)));
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${formatVkey(signer.key)}\nmisbehaving witness ready http://127.0.0.1:${port}\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}
