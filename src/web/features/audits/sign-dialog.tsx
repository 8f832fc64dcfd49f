// Signing: the counts once more, the password again, then the result can't be changed.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sample, SampleRow } from '#contract';
import { countFindings } from '#domain/reports';
import { call, fieldError, useShownProblem } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useTexts } from '../../texts/index.ts';
import { Button, Dialog, ProblemNotice, TextField, useToast } from '../../ui/index.ts';
import { FindingCounts } from './finding-counts.tsx';

interface SignDialogProps {
  readonly month: string;
  readonly rows: readonly SampleRow[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SignDialog({ month, rows, isOpen, onClose }: SignDialogProps) {
  const texts = useTexts().audits;
  const ui = useTexts().ui;
  const { programme } = useSession();
  const show = useShownProblem();
  const say = useToast();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [wasSent, setSent] = useState(false);
  const sign = useMutation({
    mutationFn: () => call('signResult', { params: { programme, month }, body: { password } }),
    onSuccess: async (result) => {
      close();
      say(texts.signed);
      client.setQueryData<Sample>(['sample', programme, month], (sample) => sample && { ...sample, results: [...sample.results, result] });
      await client.invalidateQueries({ queryKey: ['months', programme] });
    },
  });
  const close = () => {
    setPassword('');
    setSent(false);
    onClose();
  };
  const submit = () => {
    setSent(true);
    if (password !== '' && !sign.isPending) sign.mutate();
  };
  const wrong = fieldError(sign.error, 'password');
  return (
    <Dialog
      title={texts.signTitle}
      isOpen={isOpen}
      onClose={close}
      mustAnswer={sign.isPending}
      actions={
        <>
          <Button onPress={close} isDisabled={sign.isPending}>
            {ui.cancel}
          </Button>
          <Button variant="primary" icon="lock" isPending={sign.isPending} onPress={submit}>
            {texts.signConfirm}
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {sign.isError && wrong === undefined && <ProblemNotice problem={show(sign.error)} />}
        <FindingCounts counts={countFindings(rows.flatMap(({ finding }) => (finding === null ? [] : [{ finding }])))} />
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
