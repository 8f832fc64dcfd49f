// A month to pick a day from, in years of the Republic. The ROC calendar is passed explicitly; the locale stays plain zh-TW.
import { CalendarDate, TaiwanCalendar, toCalendar } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import type { CalendarDay } from '#domain/kernel';
import { useTexts } from '../texts/index.ts';
import { Icon } from './icon.tsx';

const taiwan = new TaiwanCalendar();

export interface RocCalendarProps {
  readonly label: string;
  readonly value: CalendarDay | null;
  readonly min?: CalendarDay | undefined;
  readonly max?: CalendarDay | undefined;
  readonly onChange: (day: CalendarDay) => void;
}

export default function RocCalendar({ label, value, min, max, onChange }: RocCalendarProps) {
  const texts = useTexts().ui;
  return (
    <Calendar
      className="calendar"
      aria-label={label}
      createCalendar={() => new TaiwanCalendar()}
      value={value === null ? null : inRoc(value)}
      {...(min === undefined ? {} : { minValue: inRoc(min) })}
      {...(max === undefined ? {} : { maxValue: inRoc(max) })}
      // Focus moves into the month when it opens, as a dialog should.
      autoFocus
      onChange={(day) => onChange(gregorian(day))}
    >
      <header className="calendar-head">
        <Button slot="previous" className="button button--icon" aria-label={texts.previousMonth}>
          <Icon name="left" />
        </Button>
        <CalendarHeading className="calendar-title" />
        <Button slot="next" className="button button--icon" aria-label={texts.nextMonth}>
          <Icon name="right" />
        </Button>
      </header>
      <CalendarGrid className="calendar-grid">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

function inRoc(day: CalendarDay): CalendarDate {
  return toCalendar(new CalendarDate(day.year, day.month, day.day), taiwan);
}

// Its own `toString` writes the Gregorian day whatever the calendar.
function gregorian(date: { toString(): string }): CalendarDay {
  const [year = 0, month = 0, day = 0] = date.toString().slice(0, 10).split('-').map(Number);
  return { year, month, day };
}
