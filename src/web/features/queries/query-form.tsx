// The form: purpose with its legal basis, operation, fields, case number and reason, and the person. Enter sends it.
// Nothing typed is ever lost to a refusal; what was refused stands beside the field that can answer it.
import { useState, type SubmitEvent } from 'react';
import type { Programme } from '#contract';
import { fieldError } from '../../api/index.ts';
import { useTexts, type Texts } from '../../texts/index.ts';
import { Button, Panel, TextField, usePartFocus } from '../../ui/index.ts';
import { firstOpenPart, missingParts, refusalsByPart, type DraftPart, type QueryDraft } from './query-draft.ts';
import { FieldsField, OperationField, PurposeField, SubjectField } from './query-fields.tsx';

export interface QueryFormProps {
  readonly programme: Programme;
  readonly draft: QueryDraft;
  readonly onDraft: (draft: QueryDraft) => void;
  readonly onSubmit: () => void;
  readonly onReset: () => void;
  readonly isPending: boolean;
  /** The last attempt, what went wrong with it, and the refusals in that. */
  readonly attempted: QueryDraft | undefined;
  readonly error: unknown;
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
}

export function QueryForm(props: QueryFormProps) {
  const { programme, draft, onDraft, onSubmit, onReset, isPending } = props;
  const texts = useTexts().queries;
  const [isTried, setTried] = useState(false);
  const [form, focusPart] = usePartFocus<DraftPart>(firstOpenPart(draft));
  const errors = partErrors(props, isTried, texts);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const [missing] = missingParts(draft);
    if (missing !== undefined) focusPart(missing);
    else if (!isPending) onSubmit();
  };
  const reset = () => {
    setTried(false);
    onReset();
    focusPart('purpose');
  };
  const part = { programme, draft, onDraft };
  return (
    <Panel>
      <form ref={form} className="desk-form" onSubmit={submit} autoComplete="off">
        <PurposeField {...part} error={errors.purpose} />
        <OperationField {...part} error={errors.operation} />
        <FieldsField {...part} error={errors.fields} />
        <div className="desk-pair">
          <div data-part="caseNumber">
            <TextField
              label={texts.caseNumber}
              clause="NW-4.1.1"
              value={draft.caseNumber}
              onChange={(caseNumber) => onDraft({ ...draft, caseNumber })}
              maxLength={64}
              error={errors.caseNumber}
            />
          </div>
          <SubjectField draft={draft} onDraft={onDraft} error={errors.subject} />
        </div>
        <TextField
          label={texts.reason}
          clause="NW-4.1.1"
          value={draft.reason}
          onChange={(reason) => onDraft({ ...draft, reason })}
          maxLength={200}
          hint={texts.reasonHint}
          error={errors.reason}
        />
        <div className="desk-actions">
          <Button type="submit" variant="primary" icon="search" isPending={isPending}>
            {texts.submit}
          </Button>
          <Button variant="quiet" onPress={reset}>
            {texts.reset}
          </Button>
          <span className="desk-keys">{texts.submitKeys}</span>
        </div>
      </form>
    </Panel>
  );
}

/** What stands beside each field: that it is missing, or what the server said of it, until it is changed. */
function partErrors(
  { draft, attempted, error, refusals }: QueryFormProps,
  isTried: boolean,
  texts: Texts['queries'],
): Record<DraftPart, string | undefined> {
  const missing = isTried ? missingParts(draft) : [];
  const refused = refusalsByPart(refusals);
  const missingWords: Partial<Record<DraftPart, string>> = {
    purpose: texts.choosePurpose,
    operation: texts.chooseOperation,
    fields: texts.chooseFields,
    subject: texts.enterSubject,
  };
  const of = (part: DraftPart) => {
    if (missing.includes(part)) return missingWords[part];
    return draft[part] === attempted?.[part] ? (fieldError(error, part) ?? refused[part]) : undefined;
  };
  return {
    purpose: of('purpose'),
    operation: of('operation'),
    fields: of('fields'),
    caseNumber: of('caseNumber'),
    reason: of('reason'),
    subject: of('subject'),
  };
}
