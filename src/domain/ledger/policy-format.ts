// Policy files (c2sp.org/tlog-policy), read to the letter: a policy read leniently might ask for less than was written.
// Octets beyond ASCII are opaque: names compare as they are spelled, and comments may be in any encoding.
import { FormatError, fromUtf8, toHex, utf8 } from '#domain/kernel';
import type { Sha256 } from './hashing.ts';
import { LedgerFormatError } from './ledger-format-error.ts';
import { noQuorum, type Policy, type PolicyGroup, type PolicyLog, type PolicyWitness } from './policy.ts';
import { formatVkey, parseVkey, type VerifierKey } from './verifier-key.ts';

export type PolicyFormatCode =
  | 'too-long'
  | 'too-many'
  | 'not-terminated'
  | 'control-character'
  | 'unknown-keyword'
  | 'wrong-items'
  | 'key-malformed'
  | 'key-unfit'
  | 'duplicate-key'
  | 'name-taken'
  | 'name-unknown'
  | 'member-twice'
  | 'threshold-wrong'
  | 'quorum-missing'
  | 'quorum-twice';

/** `line` counts from 1. */
export class PolicyFormatError extends Error {
  override readonly name = 'PolicyFormatError';
  readonly code: PolicyFormatCode;
  readonly line: number;

  constructor(code: PolicyFormatCode, line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.code = code;
    this.line = line;
  }
}

/** The specification recommends room for 32 logs, witnesses and groups; a post-quantum key takes 1.8 kB. */
export const maxPolicyLength = 1_000_000;
const maxDefinitions = 1_000;

/** @throws PolicyFormatError */
export function parsePolicy(file: Uint8Array, sha256: Sha256): Policy {
  if (file.length > maxPolicyLength) throw new PolicyFormatError('too-long', 1, 'the policy is too long');
  const lines = decode(file).split('\n');
  // A file cut in a line could name a weaker quorum.
  if (lines.pop() !== '') throw new PolicyFormatError('not-terminated', lines.length + 1, 'the last line has no newline');
  const reader = new PolicyReader(sha256);
  for (const line of lines) reader.read(line);
  return reader.end();
}

export function formatPolicy({ logs, witnesses, groups, quorum }: Policy, sha256: Sha256): string {
  const lines = [
    ...logs.map(({ key, url }) => ['log', formatVkey(key), url]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVkey(key), url]),
    ...groups.map(({ name, threshold, members }) => ['group', name, String(threshold), ...members]),
    ['quorum', quorum],
  ];
  const text = lines.map((items) => `${items.filter((item) => item !== undefined).join(' ')}\n`).join('');
  parsePolicy(utf8(text), sha256); // what we write must be what others read
  return text;
}

class PolicyReader {
  readonly #sha256: Sha256;
  readonly #logs: PolicyLog[] = [];
  readonly #logKeys = new Set<string>();
  readonly #witnesses: PolicyWitness[] = [];
  readonly #witnessKeys = new Set<string>();
  readonly #groups: PolicyGroup[] = [];
  readonly #names = new Set<string>([noQuorum]);
  readonly #members = new Set<string>();
  #quorum: string | undefined;
  #line = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  read(line: string): void {
    this.#line += 1;
    if (this.#logs.length + this.#names.size > maxDefinitions)
      throw this.#wrong('too-many', `a policy has at most ${maxDefinitions} definitions`);
    if (Array.from(line).some(isControl)) throw this.#wrong('control-character', 'a control character that is no tab');
    const [keyword, ...items] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (keyword === undefined || keyword.startsWith('#')) return;
    if (keyword === 'log') this.#readLog(items);
    else if (keyword === 'witness') this.#readWitness(items);
    else if (keyword === 'group') this.#readGroup(items);
    else if (keyword === 'quorum') this.#readQuorum(items);
    else throw this.#wrong('unknown-keyword', 'a line starts with log, witness, group or quorum');
  }

  end(): Policy {
    this.#line += 1;
    if (this.#quorum === undefined) throw this.#wrong('quorum-missing', 'there is no quorum line');
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum };
  }

  #readLog([vkey, url, ...more]: readonly string[]): void {
    if (vkey === undefined || more.length > 0) throw this.#wrong('wrong-items', 'log <vkey> [<url>]');
    this.#logs.push({ key: this.#readKey(vkey, this.#logKeys), url });
  }

  #readWitness([name, vkey, url, ...more]: readonly string[]): void {
    if (name === undefined || vkey === undefined || more.length > 0) throw this.#wrong('wrong-items', 'witness <name> <vkey> [<url>]');
    const key = this.#readKey(vkey, this.#witnessKeys);
    if (key.type !== 'ed25519-cosignature') throw this.#wrong('key-unfit', "a witness's key is a cosignature key");
    this.#take(name);
    this.#witnesses.push({ name, key, url });
  }

  #readGroup([name, threshold, ...members]: readonly string[]): void {
    if (name === undefined || threshold === undefined || members.length === 0)
      throw this.#wrong('wrong-items', 'group <name> all|any|<k> <name>...');
    const needed = threshold === 'all' ? members.length : threshold === 'any' ? 1 : decimal(threshold);
    if (!(needed >= 1 && needed <= members.length)) throw this.#wrong('threshold-wrong', 'a group needs from 1 to all of its members');
    for (const member of members) this.#join(member);
    this.#take(name);
    this.#groups.push({ name, threshold: needed, members });
  }

  #readQuorum([name, ...more]: readonly string[]): void {
    if (name === undefined || more.length > 0) throw this.#wrong('wrong-items', 'quorum <name>');
    if (this.#quorum !== undefined) throw this.#wrong('quorum-twice', 'there is a quorum line already');
    if (!this.#names.has(name)) throw this.#wrong('name-unknown', 'the quorum is a witness or group of an earlier line, or none');
    this.#quorum = name;
  }

  /** Two keys are the same when their public keys are, whatever they are called. */
  #readKey(vkey: string, known: Set<string>): VerifierKey {
    let key: VerifierKey;
    try {
      key = parseVkey(vkey, this.#sha256);
    } catch (error) {
      if (error instanceof LedgerFormatError) throw this.#wrong('key-malformed', error.message);
      throw error;
    }
    const material = toHex(key.publicKey);
    if (known.has(material)) throw this.#wrong('duplicate-key', 'this public key stands on an earlier line');
    known.add(material);
    return key;
  }

  #take(name: string): void {
    if (this.#names.has(name)) throw this.#wrong('name-taken', 'witnesses and groups share their names, and none is taken');
    this.#names.add(name);
  }

  #join(member: string): void {
    if (member === noQuorum || !this.#names.has(member))
      throw this.#wrong('name-unknown', 'a member is a witness or group of an earlier line');
    if (this.#members.has(member)) throw this.#wrong('member-twice', 'a name is a member once at most');
    this.#members.add(member);
  }

  #wrong(code: PolicyFormatCode, message: string): PolicyFormatError {
    return new PolicyFormatError(code, this.#line, message);
  }
}

/** UTF-8 where it is, else one character per octet: either way different octets stay different. */
function decode(file: Uint8Array): string {
  try {
    return fromUtf8(file);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return Array.from(file, (octet) => String.fromCharCode(octet)).join('');
  }
}

function isControl(character: string): boolean {
  return (character < ' ' && character !== '\t') || character === '\u007f';
}

function decimal(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.NaN;
}
