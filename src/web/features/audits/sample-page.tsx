// The audit sample of one month (NW-5.2). Which of its faces is shown follows from where the month stands: to be closed, to be drawn, drawn.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MonthSummary } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { EmptyState, PageHeader, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { DrawPanel } from './draw-panel.tsx';
import { DrawnSample } from './drawn-sample.tsx';
import './audits.css';

export function SamplePage() {
  const clauses = useSharedClauses();
  const texts = useTexts();
  const { month } = useParams({ from: pagePatterns.sample });
  const { programme } = useSession();
  const show = useShownProblem();
  // The months' states are no content of records: asking for them is not a recorded read.
  const months = useQuery({ queryKey: ['months', programme], queryFn: ({ signal }) => call('months', { params: { programme } }, signal) });
  const summary = months.data?.months.find((one) => one.month === month);
  if (months.data && !summary) return <EmptyState icon="search" title={texts.months.notAMonth} isPage />;
  const name = texts.months.name(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return (
    <>
      <PageHeader
        title={texts.audits.titleOf(name)}
        clause={clauses.monthlyList}
        lead={texts.audits.lead}
        above={
          <Link className="no-print" to={paths.month(month)}>
            {texts.audits.back}
          </Link>
        }
      />
      {months.isPending && <ProgressBar label={texts.audits.title} />}
      {months.isError && <ProblemNotice problem={show(months.error)} />}
      {summary && <SampleOf key={month} summary={summary} />}
    </>
  );
}

function SampleOf({ summary }: { readonly summary: MonthSummary }) {
  const texts = useTexts().audits;
  const { roles } = useSession();
  useFocusKept(summary.state);
  switch (summary.state) {
    case 'running':
    case 'to-close':
      return (
        <EmptyState icon="month" title={texts.notClosed}>
          {texts.notClosedWords}
        </EmptyState>
      );
    case 'closed':
      if (roles.includes('auditor')) return <DrawPanel month={summary.month} />;
      return (
        <EmptyState icon="sample" title={texts.notDrawn}>
          {texts.notDrawnWords}
        </EmptyState>
      );
    case 'sampled':
    case 'audited':
      return <DrawnSample month={summary.month} />;
  }
}
