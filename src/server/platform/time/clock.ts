// The only place that asks what time it is. Rules get the time as an argument.
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

const TAIPEI = 'Asia/Taipei';

/** The calendar day in Taipei, `2026-11-22`. */
export function dayInTaipei(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(TAIPEI).toPlainDate().toString();
}

/** The month in Taipei, `2026-11`. */
export function monthInTaipei(instant: Temporal.Instant): string {
  return dayInTaipei(instant).slice(0, 7);
}
