// The months of a programme (NW-5.2): where each stands, when its list is due, and what the signed-in person can do next.
import { useQuery } from '@tanstack/react-query';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession, useSharedClauses } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { BarLegend, EmptyState, PageHeader, Panel, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { MonthsTable } from './months-table.tsx';
import './months.css';

export function MonthsPage() {
  const clauses = useSharedClauses();
  const texts = useTexts().months;
  const { programme } = useSession();
  const show = useShownProblem();
  const months = useQuery({ queryKey: ['months', programme], queryFn: ({ signal }) => call('months', { params: { programme } }, signal) });
  return (
    <>
      <PageHeader title={texts.title} clause={clauses.monthlyList} lead={texts.lead} />
      {months.isPending && <ProgressBar label={texts.title} />}
      {months.isError && <ProblemNotice problem={show(months.error)} />}
      {months.data && (
        <Panel isFlush>
          <MonthsTable months={months.data.months} empty={<EmptyState icon="month" title={texts.empty} />} />
          <div className="months-legend">
            <BarLegend
              parts={[
                { name: texts.answeredMeans, tone: 'accent' },
                { name: texts.refused, tone: 'bad' },
                { name: texts.failed, tone: 'notice' },
                { name: texts.uncounted, tone: 'neutral' },
              ]}
            />
          </div>
        </Panel>
      )}
    </>
  );
}
