// Applying for the reopening of a suspended service (NV-5.6).
import { Link, useParams } from '@tanstack/react-router';
import type { ClientServiceDetail } from '#contract';
import { useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { EmptyState, PageHeader, ProblemNotice, ProgressBar } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { useFiled } from './form-pages.tsx';
import { ReopeningForm } from './reopening-form.tsx';
import { useChange, useService } from './use-clients.ts';
import './clients.css';

export function ReopeningPage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const { roles } = useSession();
  const { service } = useParams({ from: pagePatterns.reopenService });
  const detail = useService(service);
  const name = detail.data?.summary.name ?? '';
  return (
    <>
      <PageHeader
        title={texts.reopenTitle(name)}
        clause={clauses.reopening}
        lead={texts.reopenLead}
        above={
          <Link className="no-print" to={paths.service(service)}>
            {texts.open(name)}
          </Link>
        }
      />
      {detail.isPending && <ProgressBar label={texts.loading} />}
      {detail.isError && <ProblemNotice problem={show(detail.error)} />}
      {detail.data && roles.includes('project-officer') && <Reopen detail={detail.data} />}
      {detail.data && !roles.includes('project-officer') && <EmptyState icon="lock" title={texts.officerFiles} />}
    </>
  );
}

function Reopen({ detail }: { readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const file = useChange('fileReopening', useFiled());
  const { summary, seq } = detail;
  if (summary.suspension === null) return <EmptyState icon="info" title={texts.refusals['not-suspended']} />;
  if (summary.application !== null) return <EmptyState icon="lock" title={texts.refusals['application-open']} />;
  return (
    <ReopeningForm
      start={{ number: '', evidence: '' }}
      submitLabel={texts.submit}
      isPending={file.isPending}
      error={file.error}
      onSubmit={(filing) => file.mutate({ params: { programme, service: summary.id }, body: { expected: seq, ...filing } })}
    />
  );
}
