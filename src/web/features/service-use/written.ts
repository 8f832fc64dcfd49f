// Counts and milliseconds as people read them: thousands set apart, a tenth only where it tells something, nothing as a dash.

export function writtenCount(count: number): string {
  return count.toLocaleString('zh-TW');
}

export function writtenTime(milliseconds: number | null): string {
  if (milliseconds === null) return '—';
  return milliseconds.toLocaleString('zh-TW', { maximumFractionDigits: milliseconds < 10 ? 1 : 0 });
}

export function writtenShare(share: number): string {
  return share.toLocaleString('zh-TW', { style: 'percent', maximumFractionDigits: 1 });
}
