// One's own queries, newest first (NW-4.1.6), by days of the Republic.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatRocDate, isoDate, type CalendarDay } from '#domain/kernel';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { EmptyState, PageHeader, Pager, Panel, ProblemNotice, ProgressBar, type UsableRange } from '../../ui/index.ts';
import { HistoryTable } from './history-table.tsx';
import { allDays, RangeFilter } from './range-filter.tsx';
import './query.css';

/** `starts`: where each page begun so far starts; the last one is shown. */
interface Asked {
  readonly range: UsableRange;
  readonly starts: readonly (number | undefined)[];
}

export function HistoryPage() {
  const texts = useTexts().queries;
  const [asked, setAsked] = useState<Asked>({ range: allDays, starts: [undefined] });
  const { programme } = useSession();
  const show = useShownProblem();
  const before = asked.starts.at(-1);
  const page = useQuery({
    queryKey: ['history', programme, asked.range, before],
    queryFn: ({ signal }) =>
      call('history', { params: { programme }, query: { before, from: isoOf(asked.range.from), until: isoOf(asked.range.until) } }, signal),
    // While the next page is fetched this one stays in sight.
    placeholderData: keepPreviousData,
  });
  const turn = (to: number) => {
    const next = page.data?.next ?? undefined;
    setAsked({ ...asked, starts: to > asked.starts.length ? [...asked.starts, next] : asked.starts.slice(0, to) });
  };
  return (
    <>
      <PageHeader title={texts.historyTitle} clause="NW-4.1.6" lead={texts.historyLead} />
      <div className="stack">
        <div className="no-print">
          <Panel>
            <RangeFilter onApply={(range) => setAsked({ range, starts: [undefined] })} />
          </Panel>
        </div>
        <p className="only-print">{periodOf(asked.range, texts)}</p>
        {page.isError && <ProblemNotice problem={show(page.error)} />}
        {page.isPending && <ProgressBar label={texts.historyTitle} />}
        {page.data && (
          <Panel isFlush>
            <HistoryTable
              rows={page.data.rows}
              empty={<EmptyState icon="history" title={page.data.next === null ? texts.historyEmpty : texts.historyEmptyPage} />}
            />
            {(asked.starts.length > 1 || page.data.next !== null) && (
              <Pager page={asked.starts.length} hasNext={page.data.next !== null && !page.isPlaceholderData} onPage={turn} />
            )}
          </Panel>
        )}
      </div>
    </>
  );
}

/** Said on paper, where the filter is left out. */
function periodOf({ from, until }: UsableRange, texts: Texts['queries']): string {
  if (from === null && until === null) return texts.historyAll;
  const written = (day: CalendarDay | null) => (day === null ? '—' : formatRocDate(day));
  return texts.historyPeriod(written(from), written(until));
}

function isoOf(day: CalendarDay | null): string | undefined {
  return day === null ? undefined : isoDate(day);
}
