// Verification by hand, for the two people whom NV-3.2 lets: the form at the left, what came of it at the right.
import { useState } from 'react';
import { useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useVerificationTexts } from '../../texts/index.ts';
import { ClauseChip, EmptyState, PageHeader, Panel, ProgressBar, useFocusOnOutcome } from '../../ui/index.ts';
import { RefusedPanel } from './refused-panel.tsx';
import { useVerificationAttempt } from './use-verification-attempt.ts';
import { emptyDraft } from './verification-draft.ts';
import { VerificationForm } from './verification-form.tsx';
import { VerificationPanel } from './verification-panel.tsx';
import './verifications.css';

export function VerificationsPage() {
  const texts = useVerificationTexts();
  const { roles, programme } = useSession();
  if (!roles.includes('project-officer') && !roles.includes('responsible-person'))
    return (
      <EmptyState icon="lock" title={texts.notYours} isPage>
        {texts.notYoursWords} <ClauseChip clause="NV-3.2" />
      </EmptyState>
    );
  return <VerificationDesk programme={programme} />;
}

function VerificationDesk({ programme }: { readonly programme: string }) {
  const texts = useVerificationTexts();
  const show = useShownProblem();
  const [draft, setDraft] = useState(emptyDraft);
  const attempt = useVerificationAttempt(programme);
  const outcome = useFocusOnOutcome(attempt.status);
  const refusals = attempt.isError ? (show(attempt.error).refusals ?? []) : [];
  const reset = () => {
    setDraft(emptyDraft);
    attempt.reset();
  };
  return (
    <>
      <div className="no-print">
        <PageHeader title={texts.title} clause="NV-3.2" lead={texts.lead} />
      </div>
      <div className="desk">
        <div className="desk-form-place no-print">
          <VerificationForm
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
                {texts.noAnswerYetWords} <ClauseChip clause="NV-4.2.5" />
              </EmptyState>
            </Panel>
          )}
          {attempt.isPending && (
            <Panel>
              <ProgressBar label={texts.asking} />
            </Panel>
          )}
          {attempt.isError && <RefusedPanel error={attempt.error} />}
          {attempt.isSuccess && <VerificationPanel key={attempt.data.answer.id} {...attempt.data} />}
        </div>
      </div>
    </>
  );
}
