// The query page (NW-2, NW-3.10, NW-4.1): the form at the left, what came of it at the right.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Programme } from '#contract';
import { call, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, ClauseChip, EmptyState, PageHeader, Panel, ProblemNotice, ProgressBar, useFocusOnOutcome } from '../../ui/index.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { startDraft } from './query-draft.ts';
import { QueryForm } from './query-form.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { useQueryAttempt } from './use-query-attempt.ts';

export function QueryPage() {
  const texts = useTexts();
  const { programme } = useSession();
  const show = useShownProblem();
  const view = useQuery({
    queryKey: ['programme', programme],
    queryFn: ({ signal }) => call('programme', { params: { programme } }, signal),
  });
  if (view.isPending) return <ProgressBar label={texts.shell.loading} />;
  if (view.isError)
    return (
      <ProblemNotice problem={show(view.error)} actions={<Button onPress={() => void view.refetch()}>{texts.shell.tryAgain}</Button>} />
    );
  if (!view.data.purposes.some((purpose) => purpose.granted))
    return (
      <EmptyState icon="lock" title={texts.queries.nothingGranted} isPage>
        {texts.queries.nothingGrantedWords} <ClauseChip clause="NW-3.2" />
      </EmptyState>
    );
  return <QueryDesk programme={view.data} />;
}

function QueryDesk({ programme }: { readonly programme: Programme }) {
  const texts = useTexts().queries;
  const show = useShownProblem();
  const [draft, setDraft] = useState(() => startDraft(programme));
  const attempt = useQueryAttempt(programme.code);
  const outcome = useFocusOnOutcome(attempt.status);
  const refusals = attempt.isError ? (show(attempt.error).refusals ?? []) : [];
  const reset = () => {
    setDraft(startDraft(programme));
    attempt.reset();
  };
  return (
    <>
      <div className="no-print">
        <PageHeader title={texts.title} lead={programme.regulation.title} />
      </div>
      <div className="desk">
        <div className="desk-form-place no-print">
          <QueryForm
            programme={programme}
            draft={draft}
            onDraft={setDraft}
            onSubmit={() => attempt.mutate(draft)}
            onReset={reset}
            isPending={attempt.isPending}
            attempted={attempt.variables}
            error={attempt.error}
            refusals={refusals}
          />
        </div>
        <div className="desk-outcome" ref={outcome} tabIndex={-1} role="region" aria-label={texts.result}>
          {attempt.isIdle && (
            <Panel>
              <EmptyState icon="search" title={texts.noAnswerYet}>
                {texts.noAnswerYetWords} <ClauseChip clause="NW-4.1.6" />
              </EmptyState>
            </Panel>
          )}
          {attempt.isPending && (
            <Panel>
              <ProgressBar label={texts.asking} />
            </Panel>
          )}
          {attempt.isError && <RefusedPanel error={attempt.error} />}
          {attempt.isSuccess && <AnswerPanel key={attempt.data.answer.id} programme={programme} {...attempt.data} />}
        </div>
      </div>
    </>
  );
}
