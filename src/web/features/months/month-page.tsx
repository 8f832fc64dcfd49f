// The query list of one month (NW-5.2): looked at, closed, printed. Looking at it is recorded, printing too.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call, useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { EmptyState, PageHeader, Pager, Panel, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { ListTable } from './list-table.tsx';
import { MonthActions } from './month-actions.tsx';
import { MonthFacts } from './month-facts.tsx';
import { useMonthName } from './use-month-name.ts';
import './months.css';

export function MonthPage() {
  const texts = useTexts().months;
  const { month } = useParams({ from: pagePatterns.month });
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return <EmptyState icon="search" title={texts.notAMonth} isPage />;
  return <OneMonth key={month} month={month} />;
}

function OneMonth({ month }: { readonly month: string }) {
  const clauses = useSharedClauses();
  const texts = useTexts().months;
  const nameOf = useMonthName();
  const { programme } = useSession();
  const show = useShownProblem();
  const [page, setPage] = useState(1);
  const list = useQuery({
    queryKey: ['month', programme, month, page],
    queryFn: ({ signal }) => call('month', { params: { programme, month }, query: { page } }, signal),
    placeholderData: keepPreviousData,
  });
  useFocusKept(list.data?.summary.state);
  return (
    <>
      <PageHeader
        title={texts.listTitle(nameOf(month))}
        clause={clauses.monthlyList}
        lead={texts.readRecorded}
        above={
          <Link className="no-print" to={paths.months()}>
            {texts.back}
          </Link>
        }
        actions={list.data && <MonthActions summary={list.data.summary} />}
      />
      <div className="stack">
        {list.isPending && <ProgressBar label={texts.listTitle(nameOf(month))} />}
        {list.isError && <ProblemNotice problem={show(list.error)} />}
        {list.data && (
          <>
            <MonthFacts list={list.data} />
            <Panel isFlush>
              <ListTable rows={list.data.rows} />
              {list.data.pages > 1 && (
                <Pager page={page} pages={list.data.pages} hasNext={page < list.data.pages && !list.isPlaceholderData} onPage={setPage} />
              )}
            </Panel>
          </>
        )}
      </div>
    </>
  );
}
