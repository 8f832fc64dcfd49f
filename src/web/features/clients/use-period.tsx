// The use period (NV-4.1.2): its days in words, how much of it has passed as a bar, and how near its end is.
import { useState } from 'react';
import { useClientTexts } from '../../texts/index.ts';
import { Chip, StackedBar } from '../../ui/index.ts';
import { judgePeriod, rocDay, todayInTaipei } from './days.ts';

/** From so many days before its end on, a period calls for attention: a new application takes some weeks. */
const noticeDays = 30;

export function UsePeriod({ from, until }: { readonly from: string; readonly until: string }) {
  const texts = useClientTexts();
  const [today] = useState(() => todayInTaipei(Date.now()));
  const { state, daysLeft, usedPercent } = judgePeriod(from, until, today);
  const isNear = state === 'running' && daysLeft <= noticeDays;
  return (
    <div className="clients-period">
      <span className="clients-period-days">{texts.periodOf(rocDay(from), rocDay(until))}</span>
      <span className="clients-period-left">
        <StackedBar
          label={texts.periodBar(usedPercent)}
          parts={[{ name: 'used', value: usedPercent, tone: state === 'over' ? 'bad' : isNear ? 'notice' : 'accent' }]}
          max={100}
          width={96}
        />
        {state === 'over' && <Chip tone="bad">{texts.over}</Chip>}
        {state === 'last-day' && <Chip tone="notice">{texts.lastDay}</Chip>}
        {state === 'not-yet' && <Chip tone="neutral">{texts.notYet}</Chip>}
        {state === 'running' && (isNear ? <Chip tone="notice">{texts.daysLeft(daysLeft)}</Chip> : <span>{texts.daysLeft(daysLeft)}</span>)}
      </span>
    </div>
  );
}
