// Asks whether anybody is there before the session ends by itself (NW-4.1.4), counting down.
import type { Session } from '#contract';
import { endSession, useIdle, useSharedClauses } from '../session/index.ts';
import { useTexts } from '../texts/index.ts';
import { Button, ClauseChip, Dialog } from '../ui/index.ts';

export function IdleWarning({ session }: { readonly session: Session }) {
  const clauses = useSharedClauses();
  const texts = useTexts().shell;
  const { verdict, stay } = useIdle(session);
  const seconds = verdict.kind === 'warning' ? verdict.secondsLeft : 0;
  const actions = (
    <>
      <Button onPress={() => endSession('left')}>{texts.signOut}</Button>
      <Button variant="primary" autoFocus onPress={stay}>
        {texts.stay}
      </Button>
    </>
  );
  return (
    <Dialog title={texts.idleTitle} role="alertdialog" isOpen={verdict.kind === 'warning'} onClose={stay} actions={actions}>
      <p>
        {texts.idleWords} <ClauseChip clause={clauses.idle} />
      </p>
      <p className="countdown" role="timer">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </p>
    </Dialog>
  );
}
