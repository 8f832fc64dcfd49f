// A drawn sample: how it was drawn, how far the audit is, one's own rows to mark, the others' to see, the signed results.
import { useQuery } from '@tanstack/react-query';
import type { Sample } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Banner, EmptyState, Panel, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { AuditResults } from './audit-results.tsx';
import { groupByAuditor, type AuditorRows } from './group-by-auditor.ts';
import { HowDrawn } from './how-drawn.tsx';
import { OtherRows } from './other-rows.tsx';
import { OwnRows } from './own-rows.tsx';

export function DrawnSample({ month }: { readonly month: string }) {
  const texts = useTexts().audits;
  const { programme } = useSession();
  const show = useShownProblem();
  const sample = useQuery({
    queryKey: ['sample', programme, month],
    queryFn: ({ signal }) => call('sample', { params: { programme, month } }, signal),
  });
  if (sample.isPending) return <ProgressBar label={texts.title} />;
  if (sample.isError) return <ProblemNotice problem={show(sample.error)} />;
  return <Shown sample={sample.data} />;
}

function Shown({ sample }: { readonly sample: Sample }) {
  const texts = useTexts().audits;
  const { account, roles } = useSession();
  const groups = groupByAuditor(sample.rows);
  const own = groups.find(({ auditor }) => auditor === account);
  const isSigned = sample.results.some((result) => result.auditor === account);
  useFocusKept(isSigned ? 'signed' : 'open');
  return (
    <div className="stack">
      <p className="only-print audits-confidential">{texts.confidential}</p>
      {sample.unassigned.length > 0 && (
        <Banner tone="bad" title={texts.unassigned}>
          <ul className="audits-unassigned">
            {sample.unassigned.map(({ person, reason }) => (
              <li key={person}>
                {person}：{reason}
              </li>
            ))}
          </ul>
          <p>{texts.unassignedWords}</p>
        </Banner>
      )}
      {sample.rows.length === 0 && <EmptyState icon="sample" title={texts.noRows} />}
      {sample.rows.length > 0 && <Progress groups={groups} />}
      {own && !isSigned && <OwnRows month={sample.month} rows={own.rows} />}
      {!own && roles.includes('auditor') && sample.rows.length > 0 && <Banner title={texts.none} />}
      <AuditResults month={sample.month} results={sample.results} />
      {groups
        .filter(({ auditor }) => auditor !== account || isSigned)
        .map((group) => (
          <OtherRows key={group.auditor ?? ''} group={group} />
        ))}
      <HowDrawn sample={sample} />
    </div>
  );
}

function Progress({ groups }: { readonly groups: readonly AuditorRows[] }) {
  const texts = useTexts().audits;
  return (
    <Panel title={texts.progress}>
      <div className="audits-progress">
        {groups.map(({ auditor, name, rows }) => {
          const marked = rows.filter(({ finding }) => finding !== null).length;
          return (
            <ProgressBar
              key={auditor ?? ''}
              label={name ?? texts.noAuditor}
              value={marked}
              max={rows.length}
              valueLabel={texts.progressOf(marked, rows.length)}
            />
          );
        })}
      </div>
    </Panel>
  );
}
