// Days left until a list is due, counted in calendar days of Taipei: 0 on the day itself, negative when overdue.
import { taipeiDateTime } from '#domain/kernel';

const dayMs = 86_400_000;

/** @param dueOn `2026-11-30` */
export function daysUntil(dueOn: string, nowMs: number): number {
  const { year, month, day } = taipeiDateTime(nowMs);
  return (Date.parse(`${dueOn}T00:00:00Z`) - Date.UTC(year, month - 1, day)) / dayMs;
}
