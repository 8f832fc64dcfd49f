// One value of an answer as offices read it: days in years of the Republic, amounts with thousands, nothing as a dash.
import { formatRocDate, isoDate, parseDate } from '#domain/kernel';

export function formatValue(value: string | number | null): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'number') return value.toLocaleString('zh-TW');
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? parseDate(value) : undefined;
  return day && isoDate(day) === value ? formatRocDate(day) : value;
}
