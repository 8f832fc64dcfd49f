// The registry of client services in this process: read at start, read anew when the database's count of changes is another one
// (PostgreSQL tells at once, and it is asked every second besides). What could not be compared for half a minute lets nobody in.
import type pg from 'pg';
import type { IpAddress } from '#domain/query';
import type { ClientParts } from './client-parts.ts';
import { RegistryStale, type ClientKey, type ClientServices, type RegisteredService, type SuspensionOrder } from './client-services.ts';
import { listenToChanges, type ChangeListener } from './listen-to-changes.ts';
import { emptyRegistry, readRegistry, type Registry } from './read-registry.ts';
import { suspendByProgram } from './suspend-by-program.ts';
import { UseNotes } from './use-notes.ts';

export interface RegistryOptions {
  readonly pollMs?: number;
  readonly staleAfterMs?: number;
  /** Called when it can't be read; it goes on trying. */
  readonly onFault?: (error: unknown) => void;
}

const POLL_MS = 1_000;
const STALE_AFTER_MS = 30_000;

export async function openClientServices(
  parts: ClientParts & { readonly pool: pg.Pool },
  options: RegistryOptions = {},
): Promise<ClientServices> {
  const services = new RefreshedServices(parts, options);
  await services.start();
  return services;
}

class RefreshedServices implements ClientServices {
  readonly #parts: ClientParts & { readonly pool: pg.Pool };
  readonly #pollMs: number;
  readonly #staleAfterMs: number;
  readonly #onFault: (error: unknown) => void;
  readonly #uses: UseNotes;
  #registry: Registry = emptyRegistry;
  /** When the registry was last known to be what stands in the database, by a clock that only goes forward. */
  #knownAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> = Promise.resolve();
  #listener: ChangeListener | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: ClientParts & { readonly pool: pg.Pool }, options: RegistryOptions) {
    this.#parts = parts;
    this.#pollMs = options.pollMs ?? POLL_MS;
    this.#staleAfterMs = options.staleAfterMs ?? STALE_AFTER_MS;
    this.#onFault = options.onFault ?? (() => {});
    this.#uses = new UseNotes(parts.database);
  }

  findByKey(keyId: string, atMs: number): ClientKey | undefined {
    const found = this.#current().keys.get(keyId);
    return found && atMs < found.usableUntilMs ? found.key : undefined;
  }

  findByCertificate(fingerprint: string): RegisteredService | undefined {
    return this.#current().certificates.get(fingerprint);
  }

  findService(serviceId: string): RegisteredService | undefined {
    return this.#current().services.get(serviceId);
  }

  async suspend(serviceId: string, order: SuspensionOrder): Promise<boolean> {
    const suspended = await suspendByProgram(this.#parts, serviceId, order);
    await this.refresh();
    return suspended;
  }

  noteUse(serviceId: string, address: IpAddress, day: string): void {
    this.#uses.note(serviceId, address, day);
  }

  /** Readings follow one another: whoever asks gets one that began after the asking. */
  refresh(): Promise<void> {
    const reading = this.#reading.catch(() => {}).then(() => this.#read());
    this.#reading = reading;
    return reading;
  }

  /** It listens before it reads: no change falls between the two. */
  async start(): Promise<void> {
    await this.#listen().catch(this.#onFault);
    await this.refresh();
    this.#lookLater();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#reading.catch(() => {});
    this.#listener?.close();
    await this.#uses.flush().catch(this.#onFault);
  }

  #current(): Registry {
    if (performance.now() - this.#knownAt > this.#staleAfterMs) throw new RegistryStale('the client services could not be read anew');
    return this.#registry;
  }

  async #read(): Promise<void> {
    const askedAt = performance.now();
    const { version } = await this.#parts.database.selectFrom('client_registry').select('version').executeTakeFirstOrThrow();
    if (version !== this.#registry.version) this.#registry = await readRegistry(this.#parts, version, this.#registry);
    this.#knownAt = askedAt;
  }

  async #look(): Promise<void> {
    try {
      await this.#listen().catch(this.#onFault);
      await this.refresh();
      await this.#uses.flush();
    } catch (error) {
      this.#onFault(error);
    }
    if (this.#closed) this.#listener?.close();
    else this.#lookLater();
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => void this.#look(), this.#pollMs).unref();
  }

  async #listen(): Promise<void> {
    if (this.#listener?.isOpen) return;
    this.#listener = await listenToChanges(this.#parts.pool, () => void this.refresh().catch(this.#onFault));
  }
}
