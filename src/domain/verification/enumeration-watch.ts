// Sees when a client service probes the population instead of serving the people who came to it (NV-3.10: only what the duty needs;
// NV-4.2.2: no viewing without authority). It knows of the last questions only, in memory, and nothing of the clock: time comes in.
// One watch per service. What it sees of people are digests and, in windows of fixed length, the parts that probing turns on.
import type { IsoDate } from '#domain/kernel';
import type { ClaimAnswers } from './claims.ts';
import { DistinctWindow } from './distinct-window.ts';
import { NeighbourWindow } from './neighbour-window.ts';

/** From how many on a service is slowed, and from how many on it is suspended. */
interface Limits {
  /** Of so many last questions, however long ago they were asked: a patient attacker is one too. */
  readonly ofLast: number;
  readonly slow: number;
  readonly suspend: number;
}

export interface WatchSettings {
  readonly requestsPerDay: number;
  readonly personsPerDay: number;
  readonly neighbours: Limits & { readonly within: number };
  /** In percent. */
  readonly misses: Limits;
  readonly birthDateSweep: Limits;
  readonly nameSweep: Limits;
  readonly guesses: Limits;
  readonly delayMs: number;
}

export const watchSettings: WatchSettings = {
  // A county has half a million people: a service that asks for more than a twenty-fifth of them in a day is no counter. Per service, by its application.
  requestsPerDay: 50_000,
  personsPerDay: 20_000,
  // The last digit checks the others, so 100 numbers are ten people. Twins, and children registered in one office in one week, are neighbours too: few of 64.
  neighbours: { within: 100, ofLast: 64, slow: 20, suspend: 40 },
  // Whoever makes up ids or names misses nearly always; a counter with many people from other counties misses half the time.
  misses: { ofLast: 200, slow: 80, suspend: 95 },
  // A county's people share a birth date with some fifteen others: thirty of a thousand questions are a search for the one person who has it.
  birthDateSweep: { ofLast: 1_000, slow: 30, suspend: 60 },
  // No full name is borne by one person in a thousand.
  nameSweep: { ofLast: 1_000, slow: 30, suspend: 60 },
  // A mistyped date is corrected once or twice; whoever knows an id and wants the birth date tries more.
  guesses: { ofLast: 1_000, slow: 5, suspend: 12 },
  delayMs: 1_000,
};

export const watchReasons = [
  'requests-of-the-day',
  'persons-of-the-day',
  'neighbouring-ids',
  'many-misses',
  'birth-date-sweep',
  'name-sweep',
  'guesses-of-one-person',
] as const;
export type WatchReason = (typeof watchReasons)[number];

export type WatchVerdict =
  | { readonly kind: 'allow' }
  | { readonly kind: 'slow'; readonly reason: WatchReason; readonly delayMs: number }
  /** The day's budget is used up: refused until midnight in Taipei. */
  | { readonly kind: 'wait'; readonly reason: WatchReason; readonly untilMs: number }
  /** Refused from now on, whatever is asked; a watch made anew begins with an empty memory. */
  | { readonly kind: 'suspend'; readonly reason: WatchReason };

export interface WatchedQuestion {
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** Normalised. */
  readonly id: string;
  /** The id's digest, as a text. */
  readonly digest: string;
  /** Normalised; null: not given. */
  readonly birthDate: IsoDate | null;
  readonly name: string | null;
}

/** What the service used of a day before this watch was made: a restart gives nobody a second budget. */
export interface UsedBefore {
  readonly atMs: number;
  readonly requests: number;
  readonly digests: Iterable<string>;
}

const allow = { kind: 'allow' } as const;

export class EnumerationWatch {
  readonly #settings: WatchSettings;
  readonly #neighbours: NeighbourWindow;
  readonly #idsOfBirthDate: DistinctWindow;
  readonly #idsOfName: DistinctWindow;
  readonly #guessesOfId: DistinctWindow;
  readonly #misses: Uint8Array;
  #answered = 0;
  #missed = 0;
  #day = Number.NEGATIVE_INFINITY;
  #requests = 0;
  #persons = new Set<string>();
  #suspended: WatchVerdict | undefined;

  constructor(settings: WatchSettings = watchSettings, before?: UsedBefore) {
    this.#settings = settings;
    this.#neighbours = new NeighbourWindow(settings.neighbours.ofLast, settings.neighbours.within);
    this.#idsOfBirthDate = new DistinctWindow(settings.birthDateSweep.ofLast);
    this.#idsOfName = new DistinctWindow(settings.nameSweep.ofLast);
    this.#guessesOfId = new DistinctWindow(settings.guesses.ofLast);
    this.#misses = new Uint8Array(settings.misses.ofLast);
    if (!before) return;
    this.#day = dayAt(before.atMs);
    this.#requests = before.requests;
    this.#persons = new Set(before.digests);
  }

  /** Before the question is answered, batches one by one. A question that is refused uses up nothing. */
  ask(question: WatchedQuestion): WatchVerdict {
    return this.#suspended ?? this.#overBudget(question) ?? this.#judge(question);
  }

  /** After it: `isMiss` says what counts. */
  answered(missed: boolean): void {
    const at = this.#answered % this.#misses.length;
    this.#missed += Number(missed) - (this.#misses[at] ?? 0);
    this.#misses[at] = Number(missed);
    this.#answered += 1;
  }

  /** For the service's page. */
  get used(): { readonly requests: number; readonly persons: number } {
    return { requests: this.#requests, persons: this.#persons.size };
  }

  #overBudget({ atMs, digest }: WatchedQuestion): WatchVerdict | undefined {
    const day = dayAt(atMs);
    // A clock set back opens no new day.
    if (day > this.#day) {
      this.#day = day;
      this.#requests = 0;
      this.#persons = new Set();
    }
    const untilMs = (this.#day + 1) * dayMs - taipeiOffsetMs;
    const { requestsPerDay, personsPerDay } = this.#settings;
    if (this.#requests >= requestsPerDay) return { kind: 'wait', reason: 'requests-of-the-day', untilMs };
    if (this.#persons.size >= personsPerDay && !this.#persons.has(digest)) return { kind: 'wait', reason: 'persons-of-the-day', untilMs };
    this.#requests += 1;
    this.#persons.add(digest);
    return undefined;
  }

  #judge({ id, digest, birthDate, name }: WatchedQuestion): WatchVerdict {
    const { neighbours, misses, birthDateSweep, nameSweep, guesses } = this.#settings;
    const worst = new Worst();
    worst.see('neighbouring-ids', this.#neighbours.add(id), neighbours);
    if (this.#answered >= misses.ofLast) worst.see('many-misses', (this.#missed * 100) / misses.ofLast, misses);
    if (birthDate !== null) worst.see('birth-date-sweep', this.#idsOfBirthDate.add(birthDate, digest), birthDateSweep);
    if (name !== null) worst.see('name-sweep', this.#idsOfName.add(name, digest), nameSweep);
    if (birthDate !== null || name !== null)
      worst.see('guesses-of-one-person', this.#guessesOfId.add(digest, `${birthDate ?? ''}\0${name ?? ''}`), guesses);
    if (worst.reason === undefined) return allow;
    if (!worst.mustSuspend) return { kind: 'slow', reason: worst.reason, delayMs: this.#settings.delayMs };
    this.#suspended = { kind: 'suspend', reason: worst.reason };
    return this.#suspended;
  }
}

/** A person who isn't in the data, or is and has another name or birth date. A plain "no" is none: most people have no status at all. */
export function isMiss(isKnown: boolean, answers: ClaimAnswers): boolean {
  return !isKnown || answers['name-matches'] === false || answers['birth-date-matches'] === false;
}

/** Of several things seen at once, the first that suspends, else the first that slows. */
class Worst {
  reason: WatchReason | undefined;
  mustSuspend = false;

  see(reason: WatchReason, count: number, { slow, suspend }: Limits): void {
    if (this.mustSuspend || count < slow || (this.reason !== undefined && count < suspend)) return;
    this.reason = reason;
    this.mustSuspend = count >= suspend;
  }
}

const dayMs = 86_400_000;
/** Taiwan keeps UTC+8 all year round. */
const taipeiOffsetMs = 8 * 3_600_000;

function dayAt(atMs: number): number {
  return Math.floor((atMs + taipeiOffsetMs) / dayMs);
}
