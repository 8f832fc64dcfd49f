// One line a month: state, what became of its queries as a bar, the due date, the next step of the one who looks.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MonthSummary } from '#contract';
import { paths } from '../../paths.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Chip, StackedBar, Table, type Column, type Tone } from '../../ui/index.ts';
import { DueDate } from './due-date.tsx';
import { NextStep } from './next-step.tsx';
import { useMonthName } from './use-month-name.ts';

export const stateTones: Readonly<Record<MonthSummary['state'], Tone>> = {
  running: 'neutral',
  'to-close': 'notice',
  closed: 'accent',
  sampled: 'accent',
  audited: 'good',
};

export function MonthsTable({ months, empty }: { readonly months: readonly MonthSummary[]; readonly empty: ReactNode }) {
  const texts = useTexts().months;
  const most = Math.max(...months.map(({ rows }) => rows));
  return <Table caption={texts.title} columns={columnsOf(texts, most)} rows={months} rowKey={(row) => row.month} empty={empty} />;
}

/** @param most the rows of the longest month: the bars are compared by it */
function columnsOf(texts: Texts['months'], most: number): Column<MonthSummary>[] {
  return [
    { id: 'month', title: texts.month, kind: 'nowrap', isRowHeader: true, cell: (row) => <MonthLink month={row.month} /> },
    { id: 'state', title: texts.state, cell: (row) => <Chip tone={stateTones[row.state]}>{texts.states[row.state]}</Chip> },
    { id: 'next', title: texts.next, kind: 'nowrap', cell: (row) => <NextStep month={row} /> },
    { id: 'rows', title: texts.queries, kind: 'number', cell: (row) => row.rows },
    { id: 'results', title: texts.results, cell: (row) => <Results month={row} most={most} /> },
    { id: 'due', title: texts.due, kind: 'nowrap', cell: (row) => <DueDate month={row} /> },
  ];
}

function MonthLink({ month }: { readonly month: string }) {
  const texts = useTexts().months;
  const name = useMonthName()(month);
  return (
    <Link to={paths.month(month)} aria-label={texts.open(name)}>
      {name}
    </Link>
  );
}

function Results({ month, most }: { readonly month: MonthSummary; readonly most: number }) {
  const texts = useTexts().months;
  const { rows, answered, refused, failed } = month;
  const isCounted = answered !== null && failed !== null;
  const parts = [
    { name: texts.answered, value: answered ?? 0, tone: 'accent' as const },
    { name: texts.uncounted, value: isCounted ? 0 : rows - refused, tone: 'neutral' as const },
    { name: texts.refused, value: refused, tone: 'bad' as const },
    { name: texts.failed, value: failed ?? 0, tone: 'notice' as const },
  ];
  return (
    <div className="months-results">
      <StackedBar
        label={isCounted ? texts.barLabel(answered, refused, failed) : texts.barOpenLabel(rows - refused, refused)}
        parts={parts}
        max={most}
        width={180}
      />
      <ul className="months-figures" aria-hidden="true">
        {parts
          .filter(({ value }) => value > 0)
          .map(({ name, value }) => (
            <li key={name}>
              {name} {value}
            </li>
          ))}
      </ul>
    </div>
  );
}
