// argon2id by node:crypto, kept as a PHC string. The cost is OWASP's: 19 MiB, 2 passes, 1 lane.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;

/** Hashing is heavy on memory on purpose, and takes threads that writing the log needs too (libuv has four): few run at once. */
const MOST_AT_ONCE = 2;
/** A few seconds' worth: an office that arrives at one time. */
const MOST_WAITING = 256;
let running = 0;
const waiting: (() => void)[] = [];

/** More passwords wait to be looked at than may. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await deriveTag(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/**
 * Takes the same time for every password. `stored` undefined (no such account) costs as much and is never right.
 * @throws PasswordsBusy
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored ?? (await nobodysHash()));
  if (!parts) throw new Error('a stored password hash is not argon2id in PHC form');
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  const expected = Buffer.from(tag, 'base64');
  const found = await deriveTag(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return found.length === expected.length && timingSafeEqual(found, expected) && stored !== undefined;
}

let nobodys: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  return nobodys;
}

async function deriveTag(
  password: string,
  nonce: Buffer,
  { memory, passes, parallelism }: { memory: number; passes: number; parallelism: number },
): Promise<Buffer> {
  return inTurn(async () => {
    const message = Buffer.from(password.normalize('NFKC'), 'utf8');
    return (await derive('argon2id', { message, nonce, parallelism, tagLength: TAG_BYTES, memory, passes })) as Buffer;
  });
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MOST_AT_ONCE) running += 1;
  else {
    if (waiting.length >= MOST_WAITING) throw new PasswordsBusy();
    await new Promise<void>((resolve) => waiting.push(resolve)); // the finished one passes its place on
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
