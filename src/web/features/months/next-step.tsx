// What comes next for a month: a link where it is the signed-in person's turn, plain words where somebody else's.
import { Link } from '@tanstack/react-router';
import type { MonthSummary } from '#contract';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { closesMonths } from './closes-months.ts';
import { useMonthName } from './use-month-name.ts';

export function NextStep({ month }: { readonly month: MonthSummary }) {
  const texts = useTexts().months;
  const { roles } = useSession();
  const nameOf = useMonthName();
  const audits = roles.includes('auditor');
  const manages = closesMonths(roles);
  const link = (to: string, words: string) => (
    <Link to={to} aria-label={`${words} ${nameOf(month.month)}`}>
      {words}
    </Link>
  );
  switch (month.state) {
    case 'running':
      return <span className="months-wait">{texts.nextRunning}</span>;
    case 'to-close':
      return manages ? link(paths.month(month.month), texts.nextClose) : <span className="months-wait">{texts.nextAwaitClose}</span>;
    case 'closed':
      return audits ? link(paths.sample(month.month), texts.nextDraw) : <span className="months-wait">{texts.nextAwaitDraw}</span>;
    case 'sampled':
      return link(paths.sample(month.month), audits ? texts.nextMark : texts.nextAwaitMarks);
    case 'audited':
      return link(paths.sample(month.month), texts.nextView);
  }
}
