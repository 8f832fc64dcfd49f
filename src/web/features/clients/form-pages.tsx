// The three ways to the application form: a new service, the change of one, a returned application filed again.
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ClientServiceDetail, ServiceApplication } from '#contract';
import { useShownProblem } from '../../api/index.ts';
import { pagePatterns, paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { EmptyState, PageHeader, ProblemNotice, ProgressBar, useToast } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { todayInTaipei } from './days.ts';
import { ReopeningForm } from './reopening-form.tsx';
import { draftOf, newDraft } from './service-draft.ts';
import { ServiceForm } from './service-form.tsx';
import { useApplication, useChange, useService } from './use-clients.ts';
import { useScope, type Scope } from './use-scope.ts';
import './clients.css';

export function NewServicePage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const scope = useScope();
  return (
    <FormFrame title={texts.newTitle} back={{ to: paths.services(), words: texts.back }}>
      {scope.isPending && <ProgressBar label={texts.loading} />}
      {scope.isError && <ProblemNotice problem={show(scope.error)} />}
      {scope.data && <NewService scope={scope.data} />}
    </FormFrame>
  );
}

export function ChangeServicePage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const { service } = useParams({ from: pagePatterns.changeService });
  const [scope, detail] = [useScope(), useService(service)];
  return (
    <FormFrame
      title={texts.changeTitle(detail.data?.summary.name ?? '')}
      back={{ to: paths.service(service), words: texts.open(detail.data?.summary.name ?? texts.service) }}
    >
      {(scope.isPending || detail.isPending) && <ProgressBar label={texts.loading} />}
      {scope.isError && <ProblemNotice problem={show(scope.error)} />}
      {detail.isError && <ProblemNotice problem={show(detail.error)} />}
      {scope.data && detail.data && <ChangeService key={detail.data.seq} scope={scope.data} detail={detail.data} />}
    </FormFrame>
  );
}

export function ApplicationAgainPage() {
  const texts = useClientTexts();
  const show = useShownProblem();
  const { application: id } = useParams({ from: pagePatterns.applicationAgain });
  const [scope, application] = [useScope(), useApplication(id)];
  return (
    <FormFrame
      title={texts.againTitle}
      back={{ to: paths.application(id), words: texts.open(application.data?.number ?? texts.application) }}
    >
      {(scope.isPending || application.isPending) && <ProgressBar label={texts.loading} />}
      {scope.isError && <ProblemNotice problem={show(scope.error)} />}
      {application.isError && <ProblemNotice problem={show(application.error)} />}
      {scope.data && application.data && <Again key={application.data.seq} scope={scope.data} application={application.data} />}
    </FormFrame>
  );
}

interface FormFrameProps {
  readonly title: string;
  readonly back: { readonly to: string; readonly words: string };
  readonly children: ReactNode;
}

/** Only the officer enters applications (NV-3.2, NV-3.3): to others the form says so instead of letting them fill it in. */
function FormFrame({ title, back, children }: FormFrameProps) {
  const texts = useClientTexts();
  const { roles } = useSession();
  return (
    <>
      <PageHeader
        title={title}
        clause={clauses.setting}
        lead={texts.formLead}
        above={
          <Link className="no-print" to={back.to}>
            {back.words}
          </Link>
        }
      />
      {roles.includes('project-officer') ? <div className="stack">{children}</div> : <EmptyState icon="lock" title={texts.officerFiles} />}
    </>
  );
}

function NewService({ scope }: { readonly scope: Scope }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const [start] = useState(() => newDraft(scope, todayInTaipei(Date.now())));
  const file = useChange('fileServiceApplication', useFiled());
  return (
    <ServiceForm
      scope={scope}
      start={start}
      submitLabel={texts.submit}
      isPending={file.isPending}
      error={file.error}
      onSubmit={(filing) => file.mutate({ params: { programme }, body: { service: null, ...filing } })}
    />
  );
}

function ChangeService({ scope, detail }: { readonly scope: Scope; readonly detail: ClientServiceDetail }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const file = useChange('fileServiceApplication', useFiled());
  const { summary, seq, content } = detail;
  if (!content) return <EmptyState icon="link" title={texts.neverSet} />;
  if (summary.application !== null) return <EmptyState icon="lock" title={texts.refusals['application-open']} />;
  return (
    <ServiceForm
      scope={scope}
      start={draftOf(content)}
      isChange
      submitLabel={texts.submit}
      isPending={file.isPending}
      error={file.error}
      onSubmit={(filing) => file.mutate({ params: { programme }, body: { service: { id: summary.id, expected: seq }, ...filing } })}
    />
  );
}

function Again({ scope, application }: { readonly scope: Scope; readonly application: ServiceApplication }) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const file = useChange('fileServiceAgain', useFiled());
  const { id, seq, number, content, evidence, mayDo } = application;
  if (!mayDo.includes('file')) return <EmptyState icon="lock" title={texts.applicationStates[application.state]} />;
  const place = { programme, application: id };
  const sending = { submitLabel: texts.submitAgain, isPending: file.isPending, error: file.error };
  if (content)
    return (
      <ServiceForm
        {...sending}
        scope={scope}
        start={draftOf(content, number)}
        onSubmit={(filing) => file.mutate({ params: place, body: { expected: seq, ...filing } })}
      />
    );
  return (
    <ReopeningForm
      {...sending}
      start={{ number, evidence: evidence ?? '' }}
      onSubmit={({ evidence: improved, ...filing }) =>
        file.mutate({ params: place, body: { expected: seq, ...filing, content: { evidence: improved } } })
      }
    />
  );
}

export function useFiled(): (application: ServiceApplication) => void {
  const texts = useClientTexts();
  const say = useToast();
  const navigate = useNavigate();
  return ({ id }) => {
    say(texts.done.filed);
    void navigate({ to: paths.application(id) });
  };
}
