// From one day until another, either may be left open. A range that runs backwards is an error shown at its end.
import { isoDate, type CalendarDay } from '#domain/kernel';
import { useTexts } from '../texts/index.ts';
import { RocDatePicker, type DayValue } from './roc-date-picker.tsx';

export interface DayRange {
  readonly from: DayValue;
  readonly until: DayValue;
}

/** A range that can be asked for. */
export interface UsableRange {
  readonly from: CalendarDay | null;
  readonly until: CalendarDay | null;
}

export interface RocDateRangeProps {
  readonly value: DayRange;
  readonly onChange: (range: DayRange) => void;
  readonly min?: CalendarDay | undefined;
  readonly max?: CalendarDay | undefined;
}

export function RocDateRange({ value, onChange, min, max }: RocDateRangeProps) {
  const texts = useTexts().ui;
  return (
    <div className="date-range">
      <RocDatePicker label={texts.from} value={value.from} min={min} max={max} onChange={(from) => onChange({ ...value, from })} />
      <RocDatePicker
        label={texts.until}
        value={value.until}
        min={min}
        max={max}
        error={isReversed(value) ? texts.rangeReversed : undefined}
        onChange={(until) => onChange({ ...value, until })}
      />
    </div>
  );
}

export function isUsable(range: DayRange): range is UsableRange {
  return range.from !== 'unusable' && range.until !== 'unusable' && !isReversed(range);
}

function isReversed({ from, until }: DayRange): boolean {
  if (from === null || until === null || from === 'unusable' || until === 'unusable') return false;
  return isoDate(from) > isoDate(until);
}
