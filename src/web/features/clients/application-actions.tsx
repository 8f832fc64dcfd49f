// What the one who looks can do with an application, and why not what they can't: another's role, or four eyes.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ServiceApplication } from '#contract';
import { paths } from '../../paths.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts, type ClientTexts } from '../../texts/index.ts';
import { Button, Panel, useToast, type ButtonProps } from '../../ui/index.ts';
import { ActDialog } from './act-dialog.tsx';
import { SetDialog } from './set-dialog.tsx';
import { whoseTurn } from './open-applications.tsx';
import { useChange } from './use-clients.ts';

type Decision = 'approve' | 'return' | 'reject' | 'withdraw';
type Act = ServiceApplication['mayDo'][number];

export function ApplicationActions({ application }: { readonly application: ServiceApplication }) {
  const texts = useClientTexts();
  const { roles } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Decision | 'set'>();
  const { state, steps, nextStep, mayDo } = application;
  const isOpen = state === 'waiting' || state === 'returned';
  const next = steps[nextStep];
  const reason = (act: Act) => {
    if (mayDo.includes(act)) return undefined;
    const role = act === 'withdraw' ? steps[0]?.enteredBy : next?.enteredBy;
    if (!roles.some((held) => held === role))
      return texts.byRole(act === 'withdraw' ? (texts.roles[role ?? ''] ?? '') : whoseTurn(application, texts));
    return act === 'approve' ? texts.ownApplication : texts.fourEyes;
  };
  const button = (act: Decision | 'set', look: Pick<ButtonProps, 'variant' | 'icon'> = {}) => (
    <Button {...look} onPress={() => setOpen(act)} disabledReason={reason(act)}>
      {texts[act]}
    </Button>
  );
  return (
    <div className="no-print">
      <Panel title={texts.actions}>
        {!isOpen && <p>{texts.noTurn}</p>}
        {isOpen && (
          <div className="clients-actions clients-actions--one">
            {state === 'returned' && (
              <Button
                variant="primary"
                onPress={() => void navigate({ to: paths.applicationAgain(application.id) })}
                disabledReason={reason('file')}
              >
                {texts.fileAgain}
              </Button>
            )}
            {state === 'waiting' && next?.does === 'approves' && button('approve', { variant: 'primary', icon: 'check' })}
            {state === 'waiting' && next?.does === 'sets' && button('set', { variant: 'primary', icon: 'lock' })}
            {state === 'waiting' && button('return')}
            {state === 'waiting' && next?.does === 'approves' && button('reject')}
            {button('withdraw')}
          </div>
        )}
        {open === 'set' && <SetDialog application={application} onClose={() => setOpen(undefined)} />}
        {open !== undefined && open !== 'set' && <DecisionDialog application={application} act={open} onClose={() => setOpen(undefined)} />}
      </Panel>
    </div>
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
