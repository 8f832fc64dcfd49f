// Puts the log's parts together: appends in groups, appends within transactions, sealing in the background, recorded reads, proofs.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { formatVkey, signPromise, type LeafSpan, type RecordType } from '#domain/ledger';
import type { Keystore, SigningKey } from '#server/keys';
import { monthInTaipei, type Clock, type SignerAddress, type Transaction } from '#server/platform';
import { appendWithin, queriesOf } from './append-within.ts';
import type { Appended } from './appender.ts';
import { checkServer } from './check-server.ts';
import { encryptRecord } from './encrypt-record.ts';
import { UnfitRecord } from './faults.ts';
import { toLogUnavailable } from './database-fault.ts';
import { healthOf } from './health.ts';
import type {
  AppendOptions,
  FindPage,
  KeyChange,
  KeyRotation,
  Ledger,
  LedgerHealth,
  LogState,
  MonthCount,
  PublicKeys,
  RangeEvidence,
} from './ledger.ts';
import { nodeFiles, type LogFiles } from './log-files.ts';
import { problemOf, tellingOnce, type LogProblem } from './log-problem.ts';
import { Logs } from './logs.ts';
import type { OpenLog } from './open-log.ts';
import { monthAfter, Partitions } from './partitions.ts';
import { proofOf, publicKeysOf, rangeEvidenceOf, sealedLeaves, stateOf } from './prove.ts';
import { readByActor, readByIndexes, readByMonth, readOutcomes } from './reader.ts';
import { logReadRecord, RecordedRead, type Reading } from './reading.ts';
import { Receipt } from './receipt.ts';
import type { NewRecord, OpenedRecord } from './record.ts';
import { rotateKey } from './rotate-key.ts';
import { Sealer } from './sealer.ts';
import { MonthEnds } from './timestamps/month-ends.ts';
import type { StoredRow } from './stored-row.ts';
import { openWitnesses } from './witnesses/log-witnesses.ts';
import type { WitnessPolicy } from './witnesses/read-witness-policy.ts';

export interface LedgerOptions {
  /** For reading. */
  readonly pool: pg.Pool;
  /** For appends and seals alone, so that no reader keeps them waiting; default: the same. */
  readonly appendPool?: pg.Pool;
  readonly keystore: Keystore;
  /** `<data>/logs`: each log's checkpoint, vkey and tiles stand in a folder named after its programme. */
  readonly directory: string;
  readonly clock: Clock;
  /** Default 1,000. */
  readonly sealIntervalMs?: number;
  /** How long records may stand unsealed, and checkpoints unwitnessed, before appends are refused; default 5 minutes. */
  readonly sealLimitMs?: number;
  /** The witnesses whose cosignatures checkpoints need; default none. */
  readonly witnessPolicy?: WitnessPolicy | undefined;
  /** How many records may wait for the database, per log; default 4,096. */
  readonly queueLimit?: number;
  /** How long a lost connection is retried before the waiting appends fail; default 5 seconds. */
  readonly retryForMs?: number;
  /** How long `flush` waits for a checkpoint; default 30 seconds. */
  readonly flushForMs?: number;
  /** Of a signer that is a process of its own; default: this process signs. */
  readonly signerAddress?: SignerAddress | undefined;
  /** Of the RFC 3161 authority that stamps month-ends; default: none. */
  readonly timestampAuthorityUrl?: string | undefined;
  /** How long an authority that is away is left alone at first; default a minute. */
  readonly timestampPauseMs?: number;
  /** Told of each problem when it appears, and again when it comes back. */
  readonly onProblem?: (problem: LogProblem) => void;
  /** The file system; another one only in tests of crashes. */
  readonly files?: LogFiles;
}

/**
 * Opens the logs of every programme, checks them (settings, rollback, keys) and starts sealing.
 * A programme founded later is opened by its first append. A log that fails its check refuses appends with that fault; the others go on.
 * @throws LogUnavailable `unsafe-settings` | `database`
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  await checkServer(options.appendPool ?? options.pool);
  const ledger = new PostgresLedger(options);
  await ledger.start();
  return ledger;
}

class PostgresLedger implements Ledger {
  readonly #options: LedgerOptions;
  readonly #appendPool: pg.Pool;
  readonly #logs: Logs;
  readonly #partitions: Partitions;
  readonly #sealer: Sealer;
  readonly #monthEnds: MonthEnds;
  #serverProblems: readonly LogProblem[] = [];

  constructor(options: LedgerOptions) {
    const { sealLimitMs = 300_000, queueLimit = 4_096, retryForMs = 5_000, files = nodeFiles } = options;
    const pool = options.appendPool ?? options.pool;
    const tell = tellingOnce(options.onProblem ?? (() => {}));
    this.#options = options;
    this.#appendPool = pool;
    const witnesses = options.witnessPolicy && openWitnesses(options.witnessPolicy);
    this.#logs = new Logs({ ...options, pool, sealLimitMs, queueLimit, retryForMs, files, witnesses });
    this.#partitions = new Partitions(pool);
    this.#sealer = new Sealer({
      pool,
      intervalMs: options.sealIntervalMs ?? 1_000,
      logs: () => this.#logsToSeal(),
      onTurn: () => tell(this.health().problems),
    });
    this.#monthEnds = new MonthEnds({
      pool: options.pool,
      logs: () => this.#logs.openNow(),
      authorityUrl: options.timestampAuthorityUrl,
      firstPauseMs: options.timestampPauseMs,
    });
  }

  async start(): Promise<void> {
    await this.#sealer.start();
    this.#monthEnds.start();
  }

  async append(programme: string, record: NewRecord, options: AppendOptions = {}): Promise<Receipt> {
    // One turn less of the event loop for each of thousands a second, once the log is open and the month's partition stands.
    const log = this.#logs.ready(programme) ?? (await this.#logs.get(programme));
    const row = this.#encrypt(log, record);
    if (!this.#partitions.isMade(row.month)) await this.#ensurePartition(row.month);
    const appended = await log.appender.append(row, options.ifExists ?? 'refuse');
    log.watch.appended(appended.index + 1);
    return this.#receipt(log, appended);
  }

  async appendWithin(tx: Transaction, programme: string, record: NewRecord): Promise<Receipt> {
    const log = await this.#logs.getWithin(programme, queriesOf(tx));
    const row = this.#encrypt(log, record);
    await this.#ensurePartition(row.month);
    log.assertAppendable();
    const knownBefore = log.watch.known;
    const appended = await appendWithin(tx, this.#appendPool, programme, row);
    log.watch.assertNew(appended.index, knownBefore);
    return this.#receipt(log, appended);
  }

  async receiptKey(programme: string): Promise<SigningKey> {
    return (await this.#logs.get(programme)).receiptKey();
  }

  async flush(programme: string): Promise<void> {
    await this.#sealer.flush(await this.#logs.get(programme), this.#options.flushForMs ?? 30_000);
  }

  async recordRead(programme: string, reading: Reading): Promise<RecordedRead> {
    const { index } = await this.append(programme, logReadRecord(randomUUID(), reading));
    return new RecordedRead(programme, reading, index);
  }

  async readRecord(read: RecordedRead, index: number): Promise<OpenedRecord | undefined> {
    const [record] = await this.readRecords(read, [index]);
    return record;
  }

  async readRecords(read: RecordedRead, indexes: readonly number[]): Promise<OpenedRecord[]> {
    return readByIndexes(this.#options, await this.#logs.get(read.programme), read, indexes);
  }

  async findOutcomes(read: RecordedRead, intents: readonly number[]): Promise<OpenedRecord[]> {
    return readOutcomes(this.#options, await this.#logs.get(read.programme), read, intents);
  }

  async findByActor(read: RecordedRead, page: FindPage): Promise<OpenedRecord[]> {
    return readByActor(this.#options, await this.#logs.get(read.programme), read, page);
  }

  async *findByMonth(read: RecordedRead, types?: readonly RecordType[]): AsyncGenerator<OpenedRecord> {
    yield* readByMonth(this.#options, await this.#logs.get(read.programme), read, types);
  }

  async countByMonth(programme: string): Promise<MonthCount[]> {
    const { rows } = await this.#options.pool.query<MonthCount>(
      `select to_char(month, 'YYYY-MM') as month, type, count(*)::int as count from record where programme_id = $1
       group by record.month, type order by record.month, type`,
      [programme],
    );
    return rows;
  }

  async proof(programme: string, index: number): Promise<string | undefined> {
    return proofOf(await this.#logs.get(programme), index);
  }

  async *leaves(programme: string, span: LeafSpan): AsyncGenerator<Uint8Array[]> {
    yield* sealedLeaves(await this.#logs.get(programme), span);
  }

  async proveRange(programme: string, span: LeafSpan, index: number): Promise<RangeEvidence | undefined> {
    return rangeEvidenceOf(await this.#logs.get(programme), span, index);
  }

  async keepMonthEnds(programme: string): Promise<void> {
    await this.#monthEnds.keep(await this.#logs.get(programme));
  }

  async rotateKey(programme: string, rotation: KeyRotation): Promise<Omit<KeyChange, 'step'>> {
    return rotateKey(this, await this.#logs.get(programme), rotation);
  }

  async state(programme: string): Promise<LogState> {
    const log = await this.#logs.get(programme);
    // A log that was founded a moment ago gets its first checkpoint, of the empty tree, now.
    if (!(await log.folder.checkpoint())) await this.#sealer.sealNow(log);
    return stateOf(log, this.#options.pool);
  }

  async publicKeys(programme: string): Promise<PublicKeys> {
    const witnesses = this.#options.witnessPolicy?.witnesses.map(({ key }) => formatVkey(key)) ?? [];
    return { ...(await publicKeysOf(await this.#logs.get(programme))), witnesses };
  }

  health(): LedgerHealth {
    const known = [...this.#serverProblems, ...this.#logs.problems, ...this.#sealer.problems];
    const health = healthOf(this.#options.keystore, this.#logs.openNow(), known);
    return { ...health, problems: [...health.problems, ...this.#monthEnds.problems] };
  }

  async close(): Promise<void> {
    await this.#monthEnds.close();
    await Promise.all(this.#logs.openNow().map((log) => log.appender.close()));
    await this.#sealer.close();
  }

  /** Everything that can fail for a reason of the record's own happens here, before it meets others in a batch. */
  #encrypt(log: OpenLog, record: NewRecord): StoredRow {
    try {
      return encryptRecord(this.#options.keystore, log.programme, record);
    } catch (error) {
      throw error instanceof UnfitRecord ? error : toLogUnavailable(error);
    }
  }

  async #ensurePartition(month: string): Promise<void> {
    await this.#partitions.ensure(month).catch((error: unknown) => {
      throw toLogUnavailable(error);
    });
  }

  #receipt(log: OpenLog, { index, leafHash, batch }: Appended): Receipt {
    const { origin, receiptKey } = log;
    const sign = (): string =>
      batch ? batch.promises(origin, receiptKey()).receipt(index) : signPromise({ origin, index, leafHash }, receiptKey().sign);
    return new Receipt({ origin, index, leafHash, sign });
  }

  /**
   * Also asks whether PostgreSQL is still one that keeps its commits, and makes the partitions of this month and the next,
   * so that no append has to wait for one.
   */
  async #logsToSeal(): Promise<OpenLog[]> {
    this.#serverProblems = await checkServer(this.#appendPool).then(() => [], (error: unknown) => [problemOf('', error)]); // prettier-ignore
    const logs = await this.#logs.all();
    const month = monthInTaipei(this.#options.clock.now());
    // A failure here is the next append's to report; sealing goes on.
    await Promise.allSettled([month, monthAfter(month)].map((one) => this.#partitions.ensure(one)));
    return logs;
  }
}
