// The callers, a process of their own: requests are made and signed before the clock starts, written to keep-alive connections over plain
// sockets, and of an answer only its status and length are read, so that the generator costs the machine as little as can be.
import { createConnection, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  readonly callers: number;
  /** Whole HTTP requests, each sent once. */
  readonly requests: readonly Buffer[];
  /** Given: so many are sent per second whether or not the answers come; else each caller sends its next on the answer. */
  readonly perSecond?: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export async function runLoad(load: Load): Promise<Measured> {
  const callers = await Promise.all(Array.from({ length: load.callers }, () => Caller.connect(load.port)));
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const note = (status: number, milliseconds: number): void => {
    latencies.push(milliseconds);
    statuses[status] = (statuses[status] ?? 0) + 1;
  };
  const started = performance.now();
  await (load.perSecond === undefined ? askInTurn(load.requests, callers, note) : askOnTime(load.requests, load.perSecond, callers, note));
  const seconds = (performance.now() - started) / 1_000;
  for (const caller of callers) caller.end();
  latencies.sort((one, other) => one - other);
  const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99), statuses };
}

type Note = (status: number, milliseconds: number) => void;

async function askInTurn(requests: readonly Buffer[], callers: readonly Caller[], note: Note): Promise<void> {
  let next = 0;
  const work = async (caller: Caller): Promise<void> => {
    for (let request = requests[next++]; request; request = requests[next++]) {
      const begun = performance.now();
      note(await caller.ask(request), performance.now() - begun);
    }
  };
  await Promise.all(callers.map(work));
}

/** Each is due at its time; one that finds every caller waiting waits too, and its time runs. */
async function askOnTime(requests: readonly Buffer[], perSecond: number, callers: readonly Caller[], note: Note): Promise<void> {
  const started = performance.now();
  const idle = [...callers];
  const due: { readonly request: Buffer; readonly at: number }[] = [];
  let left = requests.length;
  await new Promise<void>((resolve, reject) => {
    const answer = async (caller: Caller, { request, at }: (typeof due)[number]): Promise<void> => {
      note(await caller.ask(request), performance.now() - at);
      idle.push(caller);
      left -= 1;
      if (left === 0) resolve();
      else if (due.length > 0) send();
    };
    const send = (): void => {
      for (let caller = idle.pop(); caller; caller = idle.pop()) {
        const one = due.shift();
        if (!one) return void idle.push(caller);
        void answer(caller, one).catch(reject);
      }
    };
    let next = 0;
    const tick = (): void => {
      const now = performance.now() - started;
      for (; next < requests.length && (next * 1_000) / perSecond <= now; next += 1) {
        const request = requests[next];
        if (request) due.push({ request, at: performance.now() });
      }
      send();
      if (next < requests.length) setTimeout(tick, 1);
    };
    tick();
  });
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

class Caller {
  readonly #socket: Socket;
  #answered: ((status: number) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #status = 0;
  #missing = -1;
  #head = '';

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('the connection was closed')));
  }

  static connect(port: number): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port, noDelay: true }, () => resolve(new Caller(socket)));
      socket.once('error', reject);
    });
  }

  ask(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#missing = -1;
      this.#head = '';
      this.#socket.write(request);
    });
  }

  end(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    let body = bytes;
    if (this.#missing < 0) {
      const end = bytes.indexOf(HEAD_END);
      this.#head += bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
      if (end < 0) return;
      this.#status = Number(this.#head.slice(9, 12));
      const length = /\r\ncontent-length: (\d+)/i.exec(this.#head)?.[1];
      // Without a length the body comes in chunks.
      this.#missing = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
      body = bytes.subarray(end + HEAD_END.length);
    }
    this.#missing = body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) ? 0 : this.#missing - body.length;
    if (this.#missing > 0) return;
    this.#missing = -1;
    this.#answered?.(this.#status);
  }
}
