// The period in four figures: answered, refused, how long answers took, and when most came.
import type { ReactNode } from 'react';
import { useServiceUseTexts } from '../../texts/index.ts';
import { dayName, type Amounts, type Period } from './gather-use.ts';
import { writtenCount, writtenShare, writtenTime } from './written.ts';

export function UseFigures({ amounts, periods }: { readonly amounts: Amounts; readonly periods: readonly Period[] }) {
  const texts = useServiceUseTexts();
  const all = amounts.answered + amounts.refused;
  const busiest = periods.reduce((most, each) => (each.answered + each.refused > most.answered + most.refused ? each : most));
  return (
    <dl className="use-figures">
      <Figure name={texts.answered} value={texts.rows(writtenCount(amounts.answered))} />
      <Figure
        name={texts.refused}
        value={texts.rows(writtenCount(amounts.refused))}
        note={amounts.refused > 0 && texts.refusedShare(writtenShare(amounts.refused / all))}
        isBad={amounts.refused > 0}
      />
      <Figure
        name={texts.responseTime}
        value={amounts.median === null ? '—' : texts.milliseconds(writtenTime(amounts.median))}
        note={amounts.slow !== null && `${texts.slow} ${texts.milliseconds(writtenTime(amounts.slow))}`}
      />
      <Figure
        name={busiest.hour === null ? texts.busiestDay : texts.busiestHour}
        value={texts.rows(writtenCount(busiest.answered + busiest.refused))}
        note={`${dayName(busiest)}${busiest.hour === null ? '' : ` ${texts.hour(busiest.hour)}`}`}
      />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note?: ReactNode;
  readonly isBad?: boolean;
}

function Figure({ name, value, note, isBad = false }: FigureProps) {
  return (
    <div className={isBad ? 'use-figure use-figure--bad' : 'use-figure'}>
      <dt>{name}</dt>
      <dd>
        <span className="use-figure-value">{value}</span>
        {note}
      </dd>
    </div>
  );
}
