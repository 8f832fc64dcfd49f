// What a reopening is applied for with (NV-5.6): the number of the form and the evidence of improvement.
import { useState, type SubmitEvent } from 'react';
import { fieldError } from '../../api/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Button, Panel, TextArea, TextField } from '../../ui/index.ts';
import { clauses } from './clauses.ts';
import { Refused } from './refused.tsx';

interface Reopening {
  readonly number: string;
  readonly evidence: string;
}

export interface ReopeningFormProps {
  readonly start: Reopening;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (filing: Reopening & { readonly note: string }) => void;
}

export function ReopeningForm({ start, submitLabel, isPending, error, onSubmit }: ReopeningFormProps) {
  const texts = useClientTexts();
  const [draft, setDraft] = useState(start);
  const [isTried, setTried] = useState(false);
  const missing = (text: string) => (isTried && text.trim() === '' ? texts.faults.missing : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.number.trim() === '' || draft.evidence.trim() === '' || isPending) return;
    // A record holds one line; whoever types paragraphs means spaces.
    onSubmit({ number: draft.number.trim(), evidence: draft.evidence.trim().replaceAll(/\s*\n\s*/g, ' '), note: '' });
  };
  return (
    <Panel>
      <form className="stack" onSubmit={submit} autoComplete="off" noValidate>
        <TextField
          label={texts.number}
          hint={texts.numberHint}
          value={draft.number}
          onChange={(number) => setDraft({ ...draft, number })}
          maxLength={64}
          autoFocus
          error={missing(draft.number) ?? fieldError(error, 'number')}
        />
        <TextArea
          label={texts.evidence}
          clause={clauses.reopening}
          hint={texts.evidenceHint}
          rows={6}
          value={draft.evidence}
          onChange={(evidence) => setDraft({ ...draft, evidence })}
          maxLength={2_000}
          error={missing(draft.evidence) ?? fieldError(error, 'evidence')}
        />
        <Refused error={error} />
        <div className="clients-buttons">
          <Button type="submit" variant="primary" isPending={isPending}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
