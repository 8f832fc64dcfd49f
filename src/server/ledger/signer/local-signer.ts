// The signer itself, wherever it runs: one log's keys and its own memory of what they signed. A log whose memory is gone is never begun
// again: signing from the empty tree on would let whoever removed a file rewrite history.
import {
  certifyReceiptKey,
  emptyRoot,
  formatNote,
  parseNote,
  parseVkey,
  signCheckpoint,
  signMlDsaCosignature,
  verifyGrowth,
  type Checkpoint,
  type NoteSigner,
  type TreeHead,
} from '#domain/ledger';
import { sha256, type LogKey, type LogKeys } from '#server/keys';
import type { CheckpointSigner, KeyOverlap, SignedCheckpoint } from '../checkpoint-signer.ts';
import { LogUnavailable } from '../faults.ts';
import type { LogFiles } from '../log-files.ts';
import { SignerMemory, type KeysInUse, type LastSigned } from './signer-memory.ts';

export interface LocalSignerOptions {
  /** Where it keeps its memory of this log. */
  readonly folder: string;
  readonly origin: string;
  readonly keys: LogKeys;
  readonly files: LogFiles;
  /** Throws when the keys are away: the signer must not start a new memory in their place. */
  readonly assertUsable: () => void;
  /** A log that has neither key nor memory is a new one. */
  readonly mayBegin: boolean;
}

type Known = LastSigned & KeysInUse;

export class LocalSigner implements CheckpointSigner {
  readonly #options: LocalSignerOptions;
  readonly #memory: SignerMemory;
  #turn: Promise<unknown> = Promise.resolve();
  #newest: LogKey | undefined;

  constructor(options: LocalSignerOptions) {
    this.#options = options;
    this.#memory = new SignerMemory(options.folder, options.origin, options.files);
  }

  /** The newest key in use, as of the last look at the memory. */
  get newest(): LogKey {
    if (!this.#newest) throw new LogUnavailable('keys', `the keys of ${this.#options.origin} were not read yet`);
    return this.#newest;
  }

  async last(): Promise<TreeHead> {
    return (await this.#read()).head;
  }

  sign(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint> {
    return this.#inTurn(async () => {
      const known = await this.#read();
      this.#requireGrowth(known.head, head, proof);
      const signed = { head, checkpoints: known.checkpoints + 1 };
      await this.#memory.writeLast(signed);
      const keys = this.#keysOf({ ...known, ...signed });
      return { note: signCheckpoint(this.#checkpoint(head), keys.map(noteSigner)), vkeys: keys.map(({ vkey }) => vkey) };
    });
  }

  signMonthEnd(head: TreeHead, proof: readonly Uint8Array[]): Promise<SignedCheckpoint> {
    return this.#inTurn(async () => {
      const known = await this.#read();
      this.#requireGrowth(head, known.head, proof);
      const keys = this.#keysOf(known);
      const { mlDsa44 } = this.newest;
      const { text, signatures } = parseNote(signCheckpoint(this.#checkpoint(head), keys.map(noteSigner)));
      const cosignature = signMlDsaCosignature(text, parseVkey(mlDsa44.vkey, sha256), mlDsa44.sign);
      if (known.until === 'month-end') await this.#memory.writeKeys({ generation: known.generation });
      return {
        note: formatNote({ text, signatures: [...signatures, cosignature] }),
        vkeys: [...keys, mlDsa44].map(({ vkey }) => vkey),
      };
    });
  }

  async vkeys(): Promise<readonly string[]> {
    return this.#keysOf(await this.#read()).map(({ vkey }) => vkey);
  }

  async certifyReceiptKey(vkey: string): Promise<string> {
    return certifyReceiptKey(this.#options.origin, vkey, this.#keysOf(await this.#read()).map(noteSigner), sha256);
  }

  nextVkey(): Promise<string> {
    return this.#inTurn(async () => {
      const { generation, until } = await this.#read();
      // From now on there are two keys, and a memory that doesn't say which is in use would be a lost one.
      await this.#memory.writeKeys({ generation, until });
      return this.#options.keys.create(this.#options.origin, generation + 1).vkey;
    });
  }

  rotate(vkey: string, overlap: KeyOverlap): Promise<void> {
    return this.#inTurn(async () => {
      const { generation, checkpoints } = await this.#read();
      if (vkey === this.newest.vkey) return;
      if (vkey !== this.#options.keys.find(this.#options.origin, generation + 1)?.vkey)
        throw new LogUnavailable('keys', `that is not the next key of ${this.#options.origin}`);
      await this.#memory.writeKeys({ generation: generation + 1, until: overlap === 'month-end' ? overlap : checkpoints + overlap });
    });
  }

  async takeOver(): Promise<void> {
    this.#options.assertUsable();
    await this.#memory.takeOver();
  }

  async #read(): Promise<Known> {
    const { origin, keys, assertUsable } = this.#options;
    assertUsable();
    const last = (await this.#memory.last()) ?? (await this.#begin());
    const inUse = await this.#memory.keys();
    if (!inUse && keys.find(origin, 2)) throw this.#lost(this.#memory.keysPath);
    const known = { ...last, ...(inUse ?? { generation: 1 }) };
    const isNew = known.checkpoints === 0 && known.head.size === 0 && known.generation === 1;
    this.#newest = isNew && this.#options.mayBegin ? keys.create(origin, 1) : keys.find(origin, known.generation);
    if (this.#newest) return known;
    throw new LogUnavailable('keys', `the key that signs ${origin} is gone: restore it`);
  }

  /** The memory first and the key after it: a key without a memory is then always a lost one. */
  async #begin(): Promise<LastSigned> {
    const { origin, keys, mayBegin } = this.#options;
    if (keys.find(origin, 1)) throw this.#lost(this.#memory.lastPath);
    if (!mayBegin)
      throw new LogUnavailable('keys', `the signer does not know ${origin}. If it is a new log, start it once with --first ${origin}`);
    const empty = { head: { size: 0, rootHash: emptyRoot(sha256) }, checkpoints: 0 };
    await this.#memory.writeLast(empty);
    return empty;
  }

  #lost(path: string): LogUnavailable {
    return new LogUnavailable(
      'keys',
      `${path} is gone, but the log ${this.#options.origin} has signed: restore it from a backup, with the newest checkpoint that anybody holds; never begin again`,
    );
  }

  /** Newest first. */
  #keysOf({ generation, until, checkpoints }: Known): LogKey[] {
    const both = until === 'month-end' || (until !== undefined && checkpoints <= until);
    const before = both ? this.#options.keys.find(this.#options.origin, generation - 1) : undefined;
    return before ? [this.newest, before] : [this.newest];
  }

  #checkpoint(head: TreeHead): Checkpoint {
    return { origin: this.#options.origin, ...head, extensions: [] };
  }

  #requireGrowth(smaller: TreeHead, larger: TreeHead, proof: readonly Uint8Array[]): void {
    if (verifyGrowth(smaller, larger, proof, sha256)) return;
    throw new LogUnavailable(
      'database',
      `the tree of ${larger.size} records does not contain the ${smaller.size} records of ${this.#options.origin} signed before`,
    );
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

function noteSigner({ vkey, sign }: LogKey): NoteSigner {
  return { key: parseVkey(vkey, sha256), sign };
}
