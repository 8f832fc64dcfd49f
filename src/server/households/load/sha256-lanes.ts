// SHA-256's compression (FIPS 180-4, section 6.2.2) of four blocks at once, in WebAssembly's 128-bit vectors. An import makes three HMACs
// for each person; by node:crypto they take 3.5 µs of the 4 that a row costs, most of it in calling: here a block takes 0.08. The module
// is written here, instruction by instruction, since it is one straight line: no loop, no branch, no table read by a secret.

/** Vectors lie one after another: word `i` of lane `l` is the 32-bit number at `4 * i + l`. */
export interface Sha256Lanes {
  /** Eight words a lane: what is compressed into, and what comes out. */
  readonly state: Int32Array;
  /** Sixteen words a lane. */
  readonly block: Int32Array;
  compress(): void;
}

export const lanes = 4;
const VECTOR_BYTES = 16;
const STATE_VECTORS = 8;
const BLOCK_VECTORS = 16;

/** Vectors at once, and bytes where the block's begin. */
const blockOffset = STATE_VECTORS * VECTOR_BYTES;

let compiled: WebAssembly.Module | undefined;

export function openSha256Lanes(): Sha256Lanes {
  compiled ??= new WebAssembly.Module(moduleBytes());
  const { exports } = new WebAssembly.Instance(compiled);
  const { memory, compress } = exports as { memory: WebAssembly.Memory; compress: () => void }; // as the module below exports them
  return {
    state: new Int32Array(memory.buffer, 0, STATE_VECTORS * lanes),
    block: new Int32Array(memory.buffer, blockOffset, BLOCK_VECTORS * lanes),
    compress,
  };
}

type Code = readonly number[];

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const vector = (...opcode: number[]): Code => [0xfd, ...opcode];
const add = vector(0xae, 0x01);
const xor = vector(0x51);
const or = vector(0x50);
const select = vector(0x52);
const int = (value: number): Code => [0x41, value]; // below 64: one byte of LEB128
const shiftLeft = vector(0xab, 0x01);
const shiftRight = vector(0xad, 0x01);
const address: Code = [0x41, 0];
const load = (offset: number): Code => [...address, ...vector(0x00, 4), ...unsigned(offset)];
const store = (offset: number, value: Code): Code => [...address, ...value, ...vector(0x0b, 4), ...unsigned(offset)];

const rotated = (local: number, by: number): Code => [...shifted(local, by), ...get(local), ...int(32 - by), ...shiftLeft, ...or];
const shifted = (local: number, by: number): Code => [...get(local), ...int(by), ...shiftRight];
const xorOf = (one: Code, two: Code, three: Code): Code => [...one, ...two, ...xor, ...three, ...xor];

const bigSigma0 = (x: number): Code => xorOf(rotated(x, 2), rotated(x, 13), rotated(x, 22));
const bigSigma1 = (x: number): Code => xorOf(rotated(x, 6), rotated(x, 11), rotated(x, 25));
const smallSigma0 = (x: number): Code => xorOf(rotated(x, 7), rotated(x, 18), shifted(x, 3));
const smallSigma1 = (x: number): Code => xorOf(rotated(x, 17), rotated(x, 19), shifted(x, 10));
/** Bits of y where x has ones, of z elsewhere. */
const choice = (x: number, y: number, z: number): Code => [...get(y), ...get(z), ...get(x), ...select];
/** Where x and y differ z decides. */
const majority = (x: number, y: number, z: number): Code => [...get(z), ...get(x), ...get(x), ...get(y), ...xor, ...select];

/** Locals: the eight working variables, the sixteen words that are still needed, one for the moment. */
const WORD = 8;
const MOMENT = 24;
const LOCALS = 25;

function compressCode(): number[] {
  const code: number[] = [];
  for (let at = 0; at < STATE_VECTORS; at += 1) code.push(...load(at * VECTOR_BYTES), ...set(at));
  for (let at = 0; at < BLOCK_VECTORS; at += 1) code.push(...load(blockOffset + at * VECTOR_BYTES), ...set(WORD + at));
  // The variables change their names from round to round instead of their places.
  let [a, b, c, d, e, f, g, h]: Eight = [0, 1, 2, 3, 4, 5, 6, 7];
  for (let round = 0; round < 64; round += 1) {
    const word = WORD + (round % 16);
    if (round >= 16) code.push(...schedule(round));
    const constant = vector(0x0c, ...fourTimes(roundConstants[round] ?? 0));
    code.push(...get(h), ...bigSigma1(e), ...add, ...choice(e, f, g), ...add, ...constant, ...add, ...get(word), ...add, ...set(MOMENT));
    code.push(...get(d), ...get(MOMENT), ...add, ...set(d));
    code.push(...get(MOMENT), ...bigSigma0(a), ...add, ...majority(a, b, c), ...add, ...set(h));
    [a, b, c, d, e, f, g, h] = [h, a, b, c, d, e, f, g];
  }
  for (const [at, local] of [a, b, c, d, e, f, g, h].entries()) {
    code.push(...store(at * VECTOR_BYTES, [...load(at * VECTOR_BYTES), ...get(local), ...add]));
  }
  return code;
}

type Eight = [number, number, number, number, number, number, number, number];

function schedule(round: number): Code {
  const of = (back: number): number => WORD + ((round - back) % 16);
  const sum = [...get(of(16)), ...smallSigma0(of(15)), ...add, ...get(of(7)), ...add, ...smallSigma1(of(2)), ...add];
  return [...sum, ...set(of(16))];
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = primes(64).map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

function fourTimes(word: number): number[] {
  const bytes = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24];
  return [...bytes, ...bytes, ...bytes, ...bytes];
}

/** "\0asm", version 1. */
const head = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const body = [1, LOCALS, 0x7b, ...compressCode(), 0x0b];
  return Uint8Array.from([
    ...head,
    ...section(1, [1, 0x60, 0, 0]), // a function of nothing that gives nothing
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]), // a page of memory
    ...section(7, [2, ...named('memory'), 2, 0, ...named('compress'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}

function named(name: string): Code {
  return [name.length, ...Buffer.from(name)];
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
