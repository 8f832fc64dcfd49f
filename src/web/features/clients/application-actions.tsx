// What the one who looks can do with an application, and why not what they can't: another's role, or four eyes.
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ServiceApplication } from '#contract';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Button, Panel, useToast } from '../../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { whoseTurn } from './open-applications.tsx';
import { ReadersOnly } from './service-actions.tsx';
import { SetDialog } from './set-dialog.tsx';
import { useChange } from './use-clients.ts';

type Decision = 'approve' | 'return' | 'reject' | 'withdraw';
type Act = ServiceApplication['mayDo'][number];

export function ApplicationActions({ application }: { readonly application: ServiceApplication }) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Decision | 'set'>();
  const { state, steps, id } = application;
  const [first, ...others] = actsOfStep(application);
  if (roles.every((role) => role === 'auditor')) return <ReadersOnly />;
  const press = (act: Act) => (act === 'file' ? void navigate({ to: paths.applicationAgain(id) }) : setOpen(act));
  const withdrawer = texts.byRole(texts.roles[steps[0]?.enteredBy ?? ''] ?? '');
  return (
    <div className="no-print">
      <Panel title={texts.actions}>
        {first === undefined && <p>{texts.noTurn}</p>}
        {first !== undefined && (
          <div className="clients-actions clients-actions--one">
            <StepActs application={application} acts={[first, ...others]} onPress={press} />
            {(state === 'waiting' || state === 'returned') && (
              <Button onPress={() => press('withdraw')} disabledReason={application.mayDo.includes('withdraw') ? undefined : withdrawer}>
                {texts.withdraw}
              </Button>
            )}
          </div>
        )}
        {open === 'set' && <SetDialog application={application} onClose={() => setOpen(undefined)} />}
        {open !== undefined && open !== 'set' && <DecisionDialog application={application} act={open} onClose={() => setOpen(undefined)} />}
      </Panel>
    </div>
  );
}

/** What its next step can come to; nothing once it is closed. */
function actsOfStep({ state, steps, nextStep }: ServiceApplication): readonly Act[] {
  if (state === 'returned') return ['file'];
  if (state !== 'waiting') return [];
  return steps[nextStep]?.does === 'sets' ? ['set', 'return'] : ['approve', 'return', 'reject'];
}

interface StepActsProps {
  readonly application: ServiceApplication;
  readonly acts: readonly [Act, ...Act[]];
  readonly onPress: (act: Act) => void;
}

/** The acts of one step are one person's: what bars them from one bars them from all, and is said once. */
function StepActs({ application, acts, onPress }: StepActsProps) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const reasonId = useId();
  const { mayDo, steps, nextStep } = application;
  const [main] = acts;
  const isTheirs = mayDo.includes(main);
  const isTheirRole = roles.some((role) => role === steps[nextStep]?.enteredBy);
  const reason = isTheirRole ? (main === 'approve' ? texts.ownApplication : texts.fourEyes) : texts.byRole(whoseTurn(application, texts));
  return (
    <>
      <div className="clients-actions">
        {acts.map((act) => (
          <Button
            key={act}
            variant={act === main ? 'primary' : 'plain'}
            isDisabled={!isTheirs}
            onPress={() => onPress(act)}
            {...(!isTheirs && { 'aria-describedby': reasonId })}
          >
            {act === 'file' ? texts.fileAgain : texts[act]}
          </Button>
        ))}
      </div>
      {!isTheirs && (
        <p id={reasonId} className="clients-aside">
          {reason}
        </p>
      )}
    </>
  );
}

interface DecisionDialogProps {
  readonly application: ServiceApplication;
  readonly act: Decision;
  readonly onClose: () => void;
}

function DecisionDialog({ application, act, onClose }: DecisionDialogProps) {
  const texts = useClientTexts();
  const { programme } = useSession();
  const say = useToast();
  const decide = useChange('decideServiceApplication', () => {
    onClose();
    say(texts.done[act]);
  });
  return (
    <ActDialog
      title={texts[act]}
      words={wordsFor(act, application, texts)}
      clause={application.form.clause}
      needsNote={act === 'return' || act === 'reject'}
      isDangerous={act === 'reject' || act === 'withdraw'}
      isPending={decide.isPending}
      error={decide.error}
      onConfirm={(note) =>
        decide.mutate({ params: { programme, application: application.id }, body: { expected: application.seq, note, act } })
      }
      onClose={onClose}
    />
  );
}

function wordsFor(act: Decision, { evidence }: ServiceApplication, texts: ClientTexts): string {
  switch (act) {
    case 'approve':
      return evidence === null ? texts.approveWords : texts.approveReopening;
    case 'return':
      return texts.returnWords;
    case 'reject':
      return texts.rejectWords;
    case 'withdraw':
      return texts.withdrawWords;
  }
}
