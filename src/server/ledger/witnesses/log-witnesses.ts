// The witnesses of one log, by the policy its readers hold (c2sp.org/tlog-policy): a checkpoint is published with the cosignatures that
// the quorum needs. Without them the log goes on for as long as records may stand unsealed, and says so; then it stops. What a witness
// has seen beyond the database tells that the database was rolled back, even when everything else was restored along with it.
import { setTimeout as sleep } from 'node:timers/promises';
import {
  checkQuorum,
  consistencyProof,
  formatNote,
  noQuorum,
  parseCheckpoint,
  parseNote,
  type NodeReader,
  type Policy,
  type Shortage,
  type TreeHead,
} from '#domain/ledger';
import { sha256, verifyEd25519 } from '#server/keys';
import type { Clock } from '#server/platform';
import { LogUnavailable, RolledBack } from '../faults.ts';
import type { LogFiles } from '../log-files.ts';
import type { WitnessPolicy } from './read-witness-policy.ts';
import { WitnessClient } from './witness-client.ts';

/** What all logs share. */
export interface Witnesses {
  readonly policy: Policy;
  readonly clients: readonly WitnessClient[];
}

export function openWitnesses(policy: WitnessPolicy): Witnesses {
  return { policy, clients: policy.witnesses.map((witness) => new WitnessClient(witness)) };
}

export interface LogWitnessesOptions extends Witnesses {
  readonly programme: string;
  readonly origin: string;
  /** How long checkpoints may be published without the quorum. */
  readonly graceMs: number;
  readonly clock: Clock;
  readonly files: LogFiles;
  /** A file that is there while the quorum is missing, and as old as that: a new start gives no new grace. */
  readonly lateFile: string;
}

/** For witnesses that the quorum can do without: once it is there, they get so much more time. */
const LINGER_MS = 200;

/** What a witness says it has seen. */
export interface Sighting {
  readonly by: string;
  readonly size: number;
}

export class LogWitnesses {
  readonly #options: LogWitnessesOptions;
  /** The checkpoint looked at last: each is checked once. */
  #note = '';
  #shortages: readonly Shortage[] = [];
  /** On the clock of performance.now(), which never jumps. */
  #lateSince: number | undefined;
  #failures: readonly string[] = [];
  #ahead: Sighting | undefined;

  constructor(options: LogWitnessesOptions) {
    this.#options = options;
  }

  /**
   * Asks all witnesses at once and waits for the quorum.
   * @returns the note with the cosignatures that came
   * @throws LogUnavailable `witnesses-late` when the quorum has been missing for too long
   * @throws RolledBack when the quorum is missing and a witness has seen a larger tree
   */
  async cosign(note: string, head: TreeHead, readNode: NodeReader): Promise<string> {
    const { origin, clients } = this.#options;
    const proofFrom = (oldSize: number): Promise<Uint8Array[]> => consistencyProof(oldSize, head.size, readNode, sha256);
    const { text, signatures } = parseNote(note);
    const all = [...signatures];
    const failures: string[] = [];
    const enough = Promise.withResolvers<void>();
    let ahead: Sighting | undefined;
    const askOne = async (client: WitnessClient): Promise<void> => {
      const answer = await client.cosign({ origin, note, head, proofFrom });
      if (answer.kind === 'cosigned') all.push(...answer.signatures);
      if (answer.kind === 'failed') failures.push(`${client.name}: ${answer.why}`);
      if (answer.kind === 'ahead') ahead = { by: client.name, size: answer.size };
      if (this.#shortagesOf(formatNote({ text, signatures: all })).length === 0) enough.resolve();
    };
    if (this.#options.policy.quorum === noQuorum) enough.resolve();
    await Promise.race([Promise.all(clients.map(askOne)), enough.promise.then(() => sleep(LINGER_MS))]);
    const cosigned = formatNote({ text, signatures: all });
    this.#failures = failures;
    const isThere = this.observe(cosigned);
    this.#ahead = isThere ? undefined : ahead;
    await this.#remember(isThere);
    this.assertInTime();
    return cosigned;
  }

  /** Goes on counting where the process before stopped. */
  async recall(): Promise<void> {
    const { files, lateFile, clock } = this.#options;
    const since = await files.modifiedAt(lateFile);
    if (since) this.#lateSince = performance.now() - Math.max(0, clock.now().since(since).total('milliseconds'));
  }

  /** Whether this checkpoint, about to be published or published by another process, has its quorum: the time without one runs from here. */
  observe(note: string): boolean {
    if (note !== this.#note) {
      this.#note = note;
      this.#shortages = this.#shortagesOf(note);
      // What the witness had seen was no other history, then, but another process that had sealed more.
      if (this.#ahead && parseCheckpoint(parseNote(note).text).size >= this.#ahead.size) this.#ahead = undefined;
    }
    const isThere = this.#shortages.length === 0;
    this.#lateSince = isThere ? undefined : (this.#lateSince ?? performance.now());
    return isThere;
  }

  /** @throws LogUnavailable `witnesses-late` @throws RolledBack */
  assertInTime(): void {
    if (this.#ahead) throw aheadOf(this.#options.programme, this.#ahead);
    if (this.#lateSince !== undefined && performance.now() - this.#lateSince > this.#options.graceMs) throw this.#lateness();
  }

  /** That checkpoints go out without their quorum. */
  get warning(): LogUnavailable | undefined {
    return this.#lateSince === undefined || this.#ahead ? undefined : this.#lateness();
  }

  /** The largest tree that a witness has seen, asked with the published checkpoint; those that can't be asked have seen nothing. */
  async largestSeen(note: string, head: TreeHead): Promise<Sighting> {
    const { clients, origin } = this.#options;
    const seen = await Promise.all(clients.map(async (one) => ({ by: one.name, size: (await one.sizeOf(origin, note, head)) ?? 0 })));
    return seen.reduce((largest, one) => (one.size > largest.size ? one : largest), { by: '', size: 0 });
  }

  async #remember(isThere: boolean): Promise<void> {
    const { files, lateFile } = this.#options;
    if (isThere) await files.remove(lateFile);
    else if (!(await files.modifiedAt(lateFile))) await files.write(lateFile, new Uint8Array(0));
  }

  #shortagesOf(note: string): readonly Shortage[] {
    const verdict = checkQuorum(this.#options.policy, parseNote(note), verifyEd25519);
    if (verdict.kind !== 'wrong-signature') return verdict.shortages;
    return [{ name: this.#options.policy.quorum, missing: 1, among: [verdict.by.name] }];
  }

  #lateness(): LogUnavailable {
    const seconds = Math.round((performance.now() - (this.#lateSince ?? performance.now())) / 1_000);
    const [first] = this.#shortages;
    const lacking = first ? ` ${first.missing} more of ${first.among.join(', ')} must cosign.` : '';
    const why = this.#failures.length > 0 ? ` ${this.#failures.join('; ')}` : '';
    return new LogUnavailable(
      'witnesses-late',
      `checkpoints of ${this.#options.programme} have had no quorum of witnesses for ${seconds} s.${lacking}${why}`,
    );
  }
}

/** The database and all that stands beside it are older than what was shown to a witness. */
export function aheadOf(programme: string, { by, size }: Sighting): RolledBack {
  return new RolledBack(
    programme,
    `the witness ${by} has cosigned ${size} records of ${programme}, and there are fewer here: this is an older state of the log` +
      ` (if it is the witness that is wrong, take it out of the policy)`,
  );
}
