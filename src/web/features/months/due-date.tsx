// When a month's list is due, and how near that is while it is not closed.
import { useState } from 'react';
import type { MonthSummary } from '#contract';
import { formatRocDate, parseDate } from '#domain/kernel';
import { useTexts } from '../../texts/index.ts';
import { Chip } from '../../ui/index.ts';
import { daysUntil } from './due-days.ts';

/** A week before the day, the date calls for attention. */
const noticeDays = 7;

export function DueDate({ month }: { readonly month: MonthSummary }) {
  const texts = useTexts().months;
  const day = parseDate(month.dueOn);
  const [nowMs] = useState(() => Date.now());
  const left = daysUntil(month.dueOn, nowMs);
  return (
    <span className="months-due">
      {day ? formatRocDate(day) : month.dueOn}
      {month.state === 'to-close' && left < 0 && <Chip tone="bad">{texts.overdue(-left)}</Chip>}
      {month.state === 'to-close' && left === 0 && <Chip tone="notice">{texts.dueToday}</Chip>}
      {month.state === 'to-close' && left > 0 && <Chip tone={left <= noticeDays ? 'notice' : 'neutral'}>{texts.daysLeft(left)}</Chip>}
    </span>
  );
}
