// One watch per client service (NV-4.2.2): what the service asks is shown to it, and what it sees is acted on once. After a suspension that
// was lifted a service begins with an empty memory.
import { EnumerationWatch, watchSettings, type WatchReason, type WatchVerdict, type WatchedQuestion } from '#domain/verification';
import type { RegisteredService } from '#server/clients';

/** Budgets are counted over all nodes (daily-use.ts), not here. */
const settings = { ...watchSettings, requestsPerDay: Number.POSITIVE_INFINITY, personsPerDay: Number.POSITIVE_INFINITY };

interface Watched {
  readonly watch: EnumerationWatch;
  suspension: Promise<void> | undefined;
  isSuspended: boolean;
}

export class Watches {
  readonly #watches = new Map<string, Watched>();
  readonly #suspend: (service: RegisteredService, reason: WatchReason) => Promise<void>;

  constructor(suspend: (service: RegisteredService, reason: WatchReason) => Promise<void>) {
    this.#suspend = suspend;
  }

  /** Slowed questions that wait now: bounded by whoever lets them wait, so that they don't take others' places. */
  waiting = 0;

  ask(service: RegisteredService, question: WatchedQuestion): WatchVerdict {
    return this.#of(service).watch.ask(question);
  }

  answered(service: RegisteredService, missed: boolean): void {
    this.#of(service).watch.answered(missed);
  }

  /** Once, however many requests see the verdict; when it fails, whoever asks next tries again. */
  suspend(service: RegisteredService, reason: WatchReason): Promise<void> {
    const watched = this.#of(service);
    watched.suspension ??= this.#suspend(service, reason).then(
      () => void (watched.isSuspended = true),
      (error: unknown) => {
        watched.suspension = undefined;
        throw error;
      },
    );
    return watched.suspension;
  }

  #of(service: RegisteredService): Watched {
    let watched = this.#watches.get(service.id);
    if (!watched || (watched.isSuspended && service.suspension === null))
      this.#watches.set(service.id, (watched = { watch: new EnumerationWatch(settings), suspension: undefined, isSuspended: false }));
    return watched;
  }
}
