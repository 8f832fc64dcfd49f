// What each client service used of its day (NV-4.1.2: within the approved scope): requests, and distinct persons. Counted before the answer,
// given back where none left; what other nodes and earlier runs of the program answered is told by the log (follow-log.ts).
// Bounded by the budgets themselves: no service gets past the persons it may ask about.
import { isoDate, taipeiDateTime } from '#domain/kernel';

export interface DailyBudget {
  readonly requestsPerDay: number;
  readonly personsPerDay: number;
}

export type Taken =
  | { readonly kind: 'taken'; readonly isNewPerson: boolean }
  | { readonly kind: 'exhausted'; readonly budget: 'requests-of-the-day' | 'persons-of-the-day' };

interface Used {
  requests: number;
  readonly persons: Set<string>;
}

const exhausted = {
  requests: { kind: 'exhausted', budget: 'requests-of-the-day' },
  persons: { kind: 'exhausted', budget: 'persons-of-the-day' },
} as const;

const DAY_MS = 86_400_000;
/** Taiwan keeps UTC+8 all year. */
const TAIPEI_OFFSET_MS = 8 * 3_600_000;

/** Which day it is in Taipei, counted from 1970-01-01. */
export function dayNumberAt(atMs: number): number {
  return Math.floor((atMs + TAIPEI_OFFSET_MS) / DAY_MS);
}

let latest = { number: Number.NaN, text: '' };

/** `2026-11-22`. Nearly always of the same day as the time before. */
export function taipeiDay(atMs: number): string {
  const number = dayNumberAt(atMs);
  if (number !== latest.number) latest = { number, text: isoDate(taipeiDateTime(atMs)) };
  return latest.text;
}

/** Seconds until midnight in Taipei, at least one. */
export function secondsToMidnight(atMs: number): number {
  return Math.max(1, Math.ceil(((dayNumberAt(atMs) + 1) * DAY_MS - TAIPEI_OFFSET_MS - atMs) / 1_000));
}

export class DailyUse {
  #day = Number.NEGATIVE_INFINITY;
  #used = new Map<string, Used>();

  /** A later day than before begins with nothing used; a clock set back begins none. @param day the number of the day in Taipei */
  startDay(day: number): void {
    if (day <= this.#day) return;
    this.#day = day;
    this.#used = new Map();
  }

  /** @param person any text that is the same for the same person all day, on every node */
  take(service: string, person: string, { requestsPerDay, personsPerDay }: DailyBudget): Taken {
    const used = this.#of(service);
    if (used.requests >= requestsPerDay) return exhausted.requests;
    const isNewPerson = !used.persons.has(person);
    if (isNewPerson && used.persons.size >= personsPerDay) return exhausted.persons;
    used.requests += 1;
    if (isNewPerson) used.persons.add(person);
    return { kind: 'taken', isNewPerson };
  }

  /** For a request that was taken and not answered after all. */
  giveBack(service: string, person: string, isNewPerson: boolean): void {
    const used = this.#used.get(service);
    if (!used) return;
    used.requests = Math.max(0, used.requests - 1);
    if (isNewPerson) used.persons.delete(person);
  }

  /** Answered by another node, or before this program started. */
  addElsewhere(service: string, person: string): void {
    const used = this.#of(service);
    used.requests += 1;
    used.persons.add(person);
  }

  /** One that the log told of turned out to be this node's own: it was counted twice. */
  wasOwn(service: string): void {
    const used = this.#used.get(service);
    if (used) used.requests = Math.max(0, used.requests - 1);
  }

  of(service: string): { readonly requests: number; readonly persons: number } {
    const used = this.#used.get(service);
    return { requests: used?.requests ?? 0, persons: used?.persons.size ?? 0 };
  }

  #of(service: string): Used {
    let used = this.#used.get(service);
    if (!used) this.#used.set(service, (used = { requests: 0, persons: new Set() }));
    return used;
  }
}
