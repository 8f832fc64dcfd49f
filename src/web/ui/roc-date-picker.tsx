// A day typed as offices write it (`1151122`, `115/11/22`, `2026-11-22`), or picked from a month in ROC years.
// Typing comes first: the text is read when the field is left or Enter is pressed, and shown as `115/11/22`.
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { formatRocDate, isoDate, parseDate, type CalendarDay } from '#domain/kernel';
import { useTexts, type Texts } from '../texts/index.ts';
import type { FieldWords } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import { TextField } from './text-field.tsx';

const RocCalendar = lazy(() => import('./roc-calendar.tsx'));

/** null: left blank. `unusable`: what stands in the field is no day, or none that is allowed; the field says so itself. */
export type DayValue = CalendarDay | null | 'unusable';

export interface RocDatePickerProps extends FieldWords {
  readonly value: DayValue;
  readonly onChange: (day: DayValue) => void;
  readonly min?: CalendarDay | undefined;
  readonly max?: CalendarDay | undefined;
}

export function RocDatePicker({ value, onChange, min, max, error, label, hint, ...words }: RocDatePickerProps) {
  const texts = useTexts().ui;
  // What is being typed, or what could not be read; null while the field shows its value.
  const [typed, setTyped] = useState<string | null>(null);
  const day = value === 'unusable' ? null : value;
  const ownError = value === 'unusable' ? whyUnusable(texts, typed ?? '', min, max) : undefined;
  const settle = () => {
    if (typed === null) return;
    const read = typed.trim() === '' ? null : readDay(typed);
    if (read === undefined || (read !== null && whyUnusable(texts, typed, min, max) !== undefined)) return onChange('unusable');
    choose(read);
  };
  const choose = (chosen: CalendarDay | null) => {
    setTyped(null);
    onChange(chosen);
  };
  return (
    <TextField
      {...words}
      label={label}
      value={typed ?? (day === null ? '' : formatRocDate(day))}
      error={ownError ?? error}
      {...((ownError ?? error) === undefined && { hint: hint ?? texts.dateHint })}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      onChange={setTyped}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      trailing={<CalendarButton label={label} value={day} min={min} max={max} onChange={choose} />}
    />
  );
}

/** As `parseDate`, and `750102`: whoever was born before the year 100 leaves out its nought. */
function readDay(typed: string): CalendarDay | undefined {
  return parseDate(typed.replace(/^\s*([0-9０-９]{6})\s*$/, '0$1'));
}

function whyUnusable(texts: Texts['ui'], typed: string, min: CalendarDay | undefined, max: CalendarDay | undefined): string | undefined {
  const day = readDay(typed);
  if (day === undefined) return texts.dateUnreadable;
  if (min !== undefined && isoDate(day) < isoDate(min)) return texts.dateTooEarly(formatRocDate(min));
  if (max !== undefined && isoDate(day) > isoDate(max)) return texts.dateTooLate(formatRocDate(max));
  return undefined;
}

interface CalendarButtonProps {
  readonly label: string;
  readonly value: CalendarDay | null;
  readonly min: CalendarDay | undefined;
  readonly max: CalendarDay | undefined;
  readonly onChange: (day: CalendarDay) => void;
}

function CalendarButton(props: CalendarButtonProps) {
  const texts = useTexts().ui;
  const [isOpen, setOpen] = useState(false);
  const choose = (day: CalendarDay) => {
    setOpen(false);
    props.onChange(day);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="button button--icon" aria-label={`${texts.calendar}（${props.label}）`}>
        <Icon name="calendar" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="calendar-dialog" aria-label={props.label}>
          <Suspense>
            <RocCalendar {...props} onChange={choose} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
