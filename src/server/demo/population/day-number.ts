// Days as whole numbers (0 is 1970-01-01): the generator compares and adds many, and writes each once.
const DAY_MS = 86_400_000;

export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** @param iso `2026-11-22` */
export function parseDay(iso: string): number {
  const value = Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(value)) throw new RangeError('not a calendar day');
  return value;
}

export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Whole years lived on that day, near enough for invented lives. */
export function ageOn(birth: number, day: number): number {
  return Math.floor((day - birth) / 365.25);
}
