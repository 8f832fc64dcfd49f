// The verification service while the program runs: what it remembers, and what it does every second (read the log on, write what is owed).
import { randomUUID } from 'node:crypto';
import { actorCompartment, logRetention } from '#domain/records';
import type { WatchReason } from '#domain/verification';
import { clientClauses } from '#domain/clients';
import type { RegisteredService } from '#server/clients';
import { dayInTaipei } from '#server/platform';
import { askingClauses } from './asker.ts';
import { Authenticator } from './authenticate.ts';
import { BoundedRefusals } from './bounded-refusals.ts';
import { DailyUse, dayNumberAt } from './daily-use.ts';
import { LogFollower } from './follow-log.ts';
import type { AskedProgramme } from './refuse-unknown.ts';
import { UseStatistics } from './use-statistics.ts';
import type { VerificationParts, Verifying } from './verification-parts.ts';
import { Watches } from './watches.ts';

export interface Verifications extends Verifying {
  readonly authenticator: Authenticator;
  /** Those that other systems ask. */
  readonly programmes: readonly AskedProgramme[];
  /** Writes what is owed. */
  close(): Promise<void>;
}

interface OpenOptions {
  readonly turnMs?: number;
  /** Called when a turn fails; the next one goes on. */
  readonly onFault?: (error: unknown) => void;
}

const TURN_MS = 1_000;

export async function openVerifications(parts: VerificationParts, options: OpenOptions = {}): Promise<Verifications> {
  const opened = new OpenVerifications(parts, options);
  await opened.start();
  return opened;
}

class OpenVerifications implements Verifications {
  readonly database;
  readonly pool;
  readonly ledger;
  readonly keystore;
  readonly clock;
  readonly clients;
  readonly households;
  readonly findRegulation;
  readonly use = new DailyUse();
  readonly watches: Watches;
  readonly bounded: BoundedRefusals;
  readonly statistics: UseStatistics;
  readonly authenticator: Authenticator;
  programmes: readonly AskedProgramme[] = [];
  readonly #followers = new Map<string, LogFollower | Promise<LogFollower>>();
  readonly #options: OpenOptions;
  #timer: NodeJS.Timeout | undefined;
  #turning: Promise<void> = Promise.resolve();

  constructor(parts: VerificationParts, options: OpenOptions) {
    ({
      database: this.database,
      pool: this.pool,
      ledger: this.ledger,
      keystore: this.keystore,
      clock: this.clock,
      clients: this.clients,
      households: this.households,
    } = parts);
    this.findRegulation = (id: string) => parts.findRegulation(id);
    this.#options = options;
    this.watches = new Watches((service, reason) => suspendForProbing(this, service, reason));
    this.bounded = new BoundedRefusals((programme, record) => this.ledger.append(programme, record));
    this.statistics = new UseStatistics(parts.database);
    this.authenticator = new Authenticator(parts.clients);
  }

  async start(): Promise<void> {
    this.use.startDay(dayNumberAt(this.clock.now().epochMilliseconds));
    this.programmes = await findAskedProgrammes(this);
    await Promise.all(this.programmes.map(({ id }) => this.follower(id)));
    this.#next();
  }

  follower(programme: string): LogFollower | Promise<LogFollower> {
    let follower = this.#followers.get(programme);
    if (!follower) this.#followers.set(programme, (follower = this.#follow(programme)));
    return follower;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#turning;
    const everything = Number.MAX_SAFE_INTEGER;
    await this.bounded.flush(everything).catch((error: unknown) => this.#options.onFault?.(error));
    await this.statistics.flush(this.clock.now().epochMilliseconds).catch((error: unknown) => this.#options.onFault?.(error));
  }

  async #follow(programme: string): Promise<LogFollower> {
    try {
      const follower = new LogFollower({ ...this.#shared(), programme });
      await follower.start(dayInTaipei(this.clock.now()));
      this.#followers.set(programme, follower);
      return follower;
    } catch (error) {
      this.#followers.delete(programme);
      throw error;
    }
  }

  #shared() {
    const { pool, keystore, use } = this;
    return { pool, keystore, use };
  }

  #next(): void {
    this.#timer = setTimeout(() => {
      this.#turning = this.#turn().finally(() => {
        if (this.#timer) this.#next();
      });
    }, this.#options.turnMs ?? TURN_MS).unref();
  }

  async #turn(): Promise<void> {
    try {
      const now = this.clock.now();
      this.use.startDay(dayNumberAt(now.epochMilliseconds));
      this.programmes = await findAskedProgrammes(this);
      const day = dayInTaipei(now);
      for (const follower of this.#followers.values()) await (await follower).turn(day);
      await this.bounded.flush(now.epochMilliseconds);
      await this.statistics.flush(now.epochMilliseconds);
    } catch (error) {
      this.#options.onFault?.(error);
    }
  }
}

async function findAskedProgrammes({ database, findRegulation }: VerificationParts): Promise<AskedProgramme[]> {
  const rows = await database
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.organisation_id')
    .select(['programme.id', 'programme.regulation', 'organisation.name as organisation'])
    .execute();
  return rows.flatMap(({ id, organisation, regulation: name }) => {
    const regulation = findRegulation(name);
    return regulation && clientClauses(regulation) ? [{ id, organisation, regulation }] : [];
  });
}

/** NV-4.2.2: suspended first, then the finding for whoever owns the service; each with its record. */
async function suspendForProbing(parts: VerificationParts, service: RegisteredService, reason: WatchReason): Promise<void> {
  const { probing } = askingClauses(service.regulations[0]);
  await parts.clients.suspend(service.id, { cause: 'enumeration', clause: probing, reason });
  const at = parts.clock.now();
  const id = randomUUID();
  await parts.database.transaction().execute(async (tx) => {
    const finding = { programme_id: service.programme, id, at: new Date(at.epochMilliseconds), service_id: service.id };
    const { index } = await parts.ledger.appendWithin(tx, service.programme, {
      recordId: id,
      type: 'finding',
      at,
      retention: logRetention,
      envelope: { clause: probing, reason, regulation: service.regulations[0].id, service: service.id },
      actor: actorCompartment({ account: '', address: '', login: '', name: '', organisation: service.organisation, person: '', unit: '' }),
      subject: {},
    });
    await tx
      .insertInto('verification_finding')
      .values({ ...finding, service_name: service.name, reason, clause: probing, record_index: index })
      .execute();
  });
}
