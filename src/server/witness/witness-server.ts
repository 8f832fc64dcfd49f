// The witness as a service (c2sp.org/tlog-witness): `POST /add-checkpoint` for logs, `GET /<origin hash>/checkpoint` for monitors.
// It needs no database and trusts nobody: whoever asks is known by the signature on the checkpoint alone.
import fastify, { type FastifyInstance } from 'fastify';
import { FormatError, fromUtf8 } from '#domain/kernel';
import {
  cosignNote,
  formatTreeSize,
  judgeAddCheckpoint,
  maxAddCheckpointLength,
  type NoteSigner,
  type VerifierKey,
  type WitnessVerdict,
} from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import { lockDataDirectory, systemClock, type Clock } from '#server/platform';
import { WitnessState } from './witness-state.ts';

export interface WitnessOptions {
  /** Of this witness alone. */
  readonly directory: string;
  readonly signer: NoteSigner;
  /** The logs it knows; several keys of one name while a log changes its key. */
  readonly logs: readonly VerifierKey[];
  readonly host: string;
  readonly port: number;
  readonly clock?: Clock;
  /** Told of what is answered with 500. */
  readonly onFault: (error: Error) => void;
}

export interface RunningWitness {
  readonly url: string;
  /** Lets requests under way finish, within a few seconds. */
  stop(): Promise<void>;
}

const LONGEST_REQUEST_MS = 10_000;
const LONGEST_STOP_MS = 3_000;

/** @throws DataDirectoryInUse when another witness runs on the directory: two could each cosign another tree */
export async function startWitness(options: WitnessOptions): Promise<RunningWitness> {
  const unlock = lockDataDirectory(options.directory);
  try {
    const http = fastify({ bodyLimit: maxAddCheckpointLength, requestTimeout: LONGEST_REQUEST_MS, connectionTimeout: LONGEST_REQUEST_MS });
    mountWitness(http, options);
    const url = await http.listen({ host: options.host, port: options.port });
    return {
      url,
      stop: async () => {
        const patience = setTimeout(() => http.server.closeAllConnections(), LONGEST_STOP_MS);
        await http.close();
        clearTimeout(patience);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function mountWitness(http: FastifyInstance, { directory, signer, logs, clock = systemClock, onFault }: WitnessOptions): void {
  const state = new WitnessState(directory, signer.key);
  const findLog = (origin: string) => {
    const keys = logs.filter(({ name }) => name === origin);
    return keys.length === 0 ? undefined : { keys, last: state.last(origin) };
  };
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  http.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onFault(error);
    return reply.code(status).type('text/plain').send(status >= 500 ? 'fault\n' : `${error.message}\n`); // prettier-ignore
  });

  http.post('/add-checkpoint', (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const verdict = judge(body, findLog);
    switch (verdict.status) {
      case 200: {
        const { lines, note } = cosignNote(verdict.note, Math.floor(clock.now().epochMilliseconds / 1_000), signer);
        state.remember(verdict.checkpoint.origin, note);
        return reply.type('text/plain; charset=utf-8').send(lines);
      }
      case 409:
        return reply.code(409).type('text/x.tlog.size').send(formatTreeSize(verdict.size));
      default:
        return reply.code(verdict.status).type('text/plain; charset=utf-8').send(`${verdict.reason}\n`);
    }
  });

  http.get<{ Params: { hash: string } }>('/:hash/checkpoint', (request, reply) => {
    const note = /^[0-9a-f]{64}$/.test(request.params.hash) ? state.checkpoint(request.params.hash) : undefined;
    return reply
      .code(note === undefined ? 404 : 200)
      .type('text/plain; charset=utf-8')
      .send(note ?? 'this witness has cosigned no checkpoint of that origin\n');
  });
}

function judge(body: Uint8Array, findLog: Parameters<typeof judgeAddCheckpoint>[1]): WitnessVerdict {
  try {
    return judgeAddCheckpoint(fromUtf8(body), findLog, sha256, verifyEd25519);
  } catch (error) {
    if (error instanceof FormatError) return { status: 400, reason: 'the request is not UTF-8' };
    throw error;
  }
}
