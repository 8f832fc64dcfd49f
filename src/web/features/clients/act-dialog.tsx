// One act, asked about before it is done: what it means, its clause, a note for the record, and what went wrong when it did.
import { useState, type ReactNode } from 'react';
import { fieldError, useShownProblem } from '../../api/index.ts';
import { useClientTexts, useTexts } from '../../texts/index.ts';
import { Button, ClauseChip, Dialog, ProblemNotice, TextField } from '../../ui/index.ts';
import { useReread } from './use-clients.ts';

export interface ActDialogProps {
  readonly title: string;
  /** What the act means. */
  readonly words: ReactNode;
  readonly clause: string;
  readonly needsNote?: boolean;
  readonly isDangerous?: boolean;
  readonly confirmLabel?: string;
  readonly isPending: boolean;
  /** Of the last attempt. */
  readonly error: unknown;
  readonly onConfirm: (note: string) => void;
  readonly onClose: () => void;
  /** Further fields, before the note. */
  readonly children?: ReactNode;
}

/** Mounted while it is open. */
export function ActDialog(props: ActDialogProps) {
  const {
    title,
    words,
    clause,
    needsNote = false,
    isDangerous = false,
    confirmLabel,
    isPending,
    error,
    onConfirm,
    onClose,
    children,
  } = props;
  const texts = useClientTexts();
  const ui = useTexts().ui;
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = needsNote && note.trim() === '';
  const submit = () => {
    setTried(true);
    if (!isMissing && !isPending) onConfirm(note.trim());
  };
  const actions = (
    <>
      <Button onPress={onClose} isDisabled={isPending}>
        {ui.cancel}
      </Button>
      <Button variant={isDangerous ? 'danger' : 'primary'} isPending={isPending} onPress={submit}>
        {confirmLabel ?? title}
      </Button>
    </>
  );
  return (
    <Dialog title={title} role="alertdialog" isOpen onClose={onClose} mustAnswer={isPending} actions={actions}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ActProblem error={error} onClose={onClose} />
        <p>
          {words} <ClauseChip clause={clause} />
        </p>
        {children}
        <TextField
          label={needsNote ? texts.noteReason : texts.note}
          isOptional={!needsNote}
          hint={texts.noteHint}
          value={note}
          onChange={setNote}
          maxLength={500}
          autoFocus
          autoComplete="off"
          error={isTried && isMissing ? texts.noteNeeded : fieldError(error, 'note')}
        />
      </form>
    </Dialog>
  );
}

/** Somebody may have been quicker: then the page is read again and the dialog is over. */
function ActProblem({ error, onClose }: Pick<ActDialogProps, 'error' | 'onClose'>) {
  const texts = useClientTexts();
  const show = useShownProblem();
  const reread = useReread();
  if (error === null || error === undefined) return null;
  const again = () => {
    onClose();
    void reread();
  };
  return <ProblemNotice problem={show(error)} actions={<Button onPress={again}>{texts.reload}</Button>} />;
}
