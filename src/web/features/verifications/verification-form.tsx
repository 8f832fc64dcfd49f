// The form: case number and reason, the person, the claims, and what two of them compare with. Enter sends it. Nothing typed is lost to a
// refusal; what was refused stands beside the field that can answer it.
import { useState, type SubmitEvent } from 'react';
import { taipeiDateTime } from '#domain/kernel';
import { claims } from '#domain/verification';
import { fieldError } from '../../api/index.ts';
import { useClaimNames, useVerificationTexts, type VerificationTexts } from '../../texts/index.ts';
import { Button, CheckboxGroup, NationalIdField, Panel, RocDatePicker, TextField, usePartFocus } from '../../ui/index.ts';
import {
  chooseClaims,
  fieldOf,
  missingParts,
  refusalsByPart,
  writeBirthDate,
  writeName,
  type DraftPart,
  type VerificationDraft,
} from './verification-draft.ts';

export interface VerificationFormProps {
  readonly draft: VerificationDraft;
  readonly onDraft: (draft: VerificationDraft) => void;
  readonly onSubmit: () => void;
  readonly onReset: () => void;
  readonly isPending: boolean;
  /** The last attempt, what went wrong with it, and the refusals in that. */
  readonly attempted: VerificationDraft | undefined;
  readonly error: unknown;
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
}

export function VerificationForm(props: VerificationFormProps) {
  const { draft, onDraft, onSubmit, onReset, isPending } = props;
  const texts = useVerificationTexts();
  const [isTried, setTried] = useState(false);
  // A new key empties the date field of what could not be read, too.
  const [round, setRound] = useState(0);
  const [form, focusPart] = usePartFocus<DraftPart>('caseNumber');
  const errorOf = partErrors(props, isTried, texts);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const [missing] = missingParts(draft);
    if (missing !== undefined) focusPart(missing);
    else if (!isPending) onSubmit();
  };
  const reset = () => {
    setTried(false);
    setRound(round + 1);
    onReset();
    focusPart('caseNumber');
  };
  return (
    <Panel>
      <form ref={form} className="desk-form" onSubmit={submit} autoComplete="off">
        <CaseFields draft={draft} onDraft={onDraft} errorOf={errorOf} />
        <div data-part="subject">
          <NationalIdField
            label={texts.subject}
            value={draft.subject}
            onChange={(subject) => onDraft({ ...draft, subject })}
            error={errorOf('subject')}
          />
        </div>
        <ClaimsField draft={draft} onDraft={onDraft} errorOf={errorOf} />
        <ComparedFields key={round} draft={draft} onDraft={onDraft} errorOf={errorOf} />
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

interface PartProps {
  readonly draft: VerificationDraft;
  readonly onDraft: (draft: VerificationDraft) => void;
  readonly errorOf: (part: DraftPart) => string | undefined;
}

function CaseFields({ draft, onDraft, errorOf }: PartProps) {
  const texts = useVerificationTexts();
  return (
    <>
      <div data-part="caseNumber">
        <TextField
          label={texts.caseNumber}
          clause="NV-4.2.1"
          value={draft.caseNumber}
          onChange={(caseNumber) => onDraft({ ...draft, caseNumber })}
          maxLength={64}
          error={errorOf('caseNumber')}
        />
      </div>
      <div data-part="reason">
        <TextField
          label={texts.reason}
          clause="NV-4.2.1"
          value={draft.reason}
          onChange={(reason) => onDraft({ ...draft, reason })}
          maxLength={200}
          hint={texts.reasonHint}
          error={errorOf('reason')}
        />
      </div>
    </>
  );
}

function ClaimsField({ draft, onDraft, errorOf }: PartProps) {
  const texts = useVerificationTexts();
  const names = useClaimNames();
  return (
    <div data-part="claims">
      <CheckboxGroup
        label={texts.claims}
        clause="NV-3.10"
        hint={texts.claimsHint}
        columns={2}
        choices={claims.map((claim) => ({ id: claim, label: names[claim] }))}
        value={[...draft.claims]}
        onChange={(chosen) => onDraft(chooseClaims(draft, chosen))}
        error={errorOf('claims')}
      />
    </div>
  );
}

/** What two of the claims compare with. */
function ComparedFields({ draft, onDraft, errorOf }: PartProps) {
  const texts = useVerificationTexts();
  const [today] = useState(() => taipeiDateTime(Date.now()));
  return (
    <div className="desk-pair">
      <div data-part="name">
        <TextField
          label={texts.name}
          isOptional
          value={draft.name}
          onChange={(name) => onDraft(writeName(draft, name))}
          maxLength={100}
          hint={texts.nameHint}
          error={errorOf('name')}
        />
      </div>
      <div data-part="birthDate">
        <RocDatePicker
          label={texts.birthDate}
          isOptional
          value={draft.birthDate}
          onChange={(birthDate) => onDraft(writeBirthDate(draft, birthDate))}
          max={today}
          hint={texts.birthDateHint}
          error={errorOf('birthDate')}
        />
      </div>
    </div>
  );
}

/** What stands beside each field: that it is missing, or what the server said of it, until it is changed. */
function partErrors(
  { draft, attempted, error, refusals }: VerificationFormProps,
  isTried: boolean,
  texts: VerificationTexts,
): (part: DraftPart) => string | undefined {
  const missing = isTried ? missingParts(draft) : [];
  const refused = refusalsByPart(refusals);
  const missingWords: Partial<Record<DraftPart, string>> = {
    subject: texts.enterSubject,
    claims: texts.chooseClaims,
    name: texts.enterName,
    birthDate: texts.enterBirthDate,
  };
  return (part) => {
    if (missing.includes(part)) return missingWords[part];
    return draft[part] === attempted?.[part] ? (fieldError(error, fieldOf[part]) ?? refused[part]) : undefined;
  };
}
