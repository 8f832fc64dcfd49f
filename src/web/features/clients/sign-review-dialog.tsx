// Signing a review (NV-3.8): how many addresses leave the list, the password again, then it can't be changed.
import { useState } from 'react';
import type { AddressReview } from '#contract';
import { fieldError, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts, useTexts } from '../../texts/index.ts';
import { Button, ClauseChip, Dialog, ProblemNotice, TextField, useToast } from '../../ui/index.ts';
import { useChange, useReread } from './use-clients.ts';

interface SignReviewDialogProps {
  readonly review: AddressReview;
  readonly addresses: number;
  readonly onClose: () => void;
}

/** Mounted while it is open, so that no password outlives it. */
export function SignReviewDialog({ review, addresses, onClose }: SignReviewDialogProps) {
  const texts = useClientTexts();
  const ui = useTexts().ui;
  const { programme } = useSession();
  const show = useShownProblem();
  const say = useToast();
  const reread = useReread();
  const [password, setPassword] = useState('');
  const [wasSent, setSent] = useState(false);
  const sign = useChange('signAddressReview', () => {
    onClose();
    say(texts.signed);
  });
  const submit = () => {
    setSent(true);
    if (password === '' || sign.isPending) return;
    sign.mutate({ params: { programme }, body: { period: review.period, digest: review.digest, password } });
  };
  const again = () => {
    onClose();
    void reread();
  };
  const wrong = fieldError(sign.error, 'password');
  const actions = (
    <>
      <Button onPress={onClose} isDisabled={sign.isPending}>
        {ui.cancel}
      </Button>
      <Button variant="primary" icon="lock" isPending={sign.isPending} onPress={submit}>
        {texts.signConfirm}
      </Button>
    </>
  );
  return (
    <Dialog title={texts.signTitle} role="alertdialog" isOpen onClose={onClose} mustAnswer={sign.isPending} actions={actions}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {sign.isError && wrong === undefined && (
          <ProblemNotice problem={show(sign.error)} actions={<Button onPress={again}>{texts.reload}</Button>} />
        )}
        <p>
          {addresses > 0 ? texts.signRemoves(addresses) : texts.signNothing} <ClauseChip clause={review.clause} />
        </p>
        <p>{texts.signWords}</p>
        <TextField
          label={texts.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          maxLength={128}
          autoFocus
          error={wasSent && password === '' ? texts.passwordMissing : wrong}
        />
      </form>
    </Dialog>
  );
}
