// One application (NV-3.3, NV-5.6): how far it has come, what it asks for and what that would change, and what the one who looks can do.
import { Link, useParams } from '@tanstack/react-router';
import type { ServiceApplication } from '#contract';
import { useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Banner, PageHeader, Panel, ProblemNotice, ProgressBar, useFocusKept } from '../../ui/index.ts';
import { ApplicationActions } from './application-actions.tsx';
import { ApplicationSteps } from './application-steps.tsx';
import { ContentFacts } from './content-facts.tsx';
import { applicationHistory, HistoryTable } from './history-table.tsx';
import { PrintedBy, SealPlaces } from './printed-paper.tsx';
import { ApplicationChip } from './state-chip.tsx';
import { useApplication, useService } from './use-clients.ts';
import './clients.css';

export function ApplicationPage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const { application: id } = useParams({ from: pagePatterns.application });
  const application = useApplication(id);
  useFocusKept(application.data && String(application.data.seq));
  return (
    <>
      <PrintedBy />
      <PageHeader
        title={application.data?.form.name ?? texts.application}
        clause={application.data?.form.clause}
        lead={
          application.data && (
            <>
              <ApplicationChip state={application.data.state} /> {texts.numberOf(application.data.number)}
            </>
          )
        }
        above={
          <Link className="no-print" to={paths.services()}>
            {texts.back}
          </Link>
        }
      />
      {application.isPending && <ProgressBar label={texts.loading} />}
      {application.isError && <ProblemNotice problem={show(application.error)} />}
      {application.data && <Shown key={id} application={application.data} />}
    </>
  );
}

function Shown({ application }: { readonly application: ServiceApplication }) {
  const texts = useClientTexts();
  const service = useService(application.service);
  const { state, content, evidence, events } = application;
  const last = events.at(-1);
  // Once it is set, the service is what was applied for: there is nothing left to compare.
  const before = state === 'waiting' || state === 'returned' ? service.data?.content : undefined;
  return (
    <div className="stack">
      {state === 'returned' && (
        <Banner tone="notice" title={texts.returnedWords}>
          {last !== undefined && last.note !== '' && <p>{last.note}</p>}
        </Banner>
      )}
      <div className="clients-columns">
        <Panel title={texts.steps}>
          <ApplicationSteps application={application} />
        </Panel>
        <ApplicationActions application={application} />
      </div>
      <Panel
        title={
          <>
            {texts.appliedContent}
            {service.data && (
              <Link className="clients-aside no-print" to={paths.service(application.service)}>
                {texts.open(service.data.summary.name)}
              </Link>
            )}
          </>
        }
      >
        {content && <ContentFacts content={content} before={before} />}
        {evidence !== null && (
          <>
            <h3 className="clients-subtitle">{texts.evidence}</h3>
            <p>{evidence}</p>
          </>
        )}
      </Panel>
      <Panel title={texts.history} isFlush>
        <HistoryTable rows={applicationHistory(application)} />
      </Panel>
      <SealPlaces />
    </div>
  );
}
