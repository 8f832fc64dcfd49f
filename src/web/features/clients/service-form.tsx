// The application form (NV-3.3): who asks, what it may verify, from where, until when and how much. What is wrong stands beside its field;
// sending leads to the first of them. Nothing typed is lost to a refusal.
import { useRef, useState, type SubmitEvent } from 'react';
import type { ServiceContentBody } from '#contract';
import { fieldError } from '../../api/index.ts';
import { useSession } from '../../session/index.ts';
import { useClientTexts } from '../../texts/index.ts';
import { Button, Panel, TextField } from '../../ui/index.ts';
import { AddressLines } from './address-lines.tsx';
import { todayInTaipei } from './days.ts';
import { Refused } from './refused.tsx';
import { contentOf, findFaults, lineAt, type DraftPart, type ServiceDraft } from './service-draft.ts';
import { BasicFields, LimitFields, ProofFields, ScopeFields, type PartProps } from './service-fields.tsx';
import type { Scope } from './use-scope.ts';

export interface ServiceFormProps {
  readonly scope: Scope;
  readonly start: ServiceDraft;
  /** Of a change: what is changed is told, and something must be. */
  readonly isChange?: boolean;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (filing: { readonly number: string; readonly note: string; readonly content: ServiceContentBody }) => void;
}

export function ServiceForm(props: ServiceFormProps) {
  const { scope, start, isChange = false, submitLabel, isPending, error, onSubmit } = props;
  const texts = useClientTexts();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [sent, setSent] = useState<ServiceDraft>();
  const { faults, wrong, isSame } = useJudged(draft, start, isChange);
  const { errorOf, lineErrors } = serverErrors(draft, sent, error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setSent(draft);
    const [first] = wrong;
    if (first !== undefined) focusPart(form.current, first, faults.lines.keys().next().value);
    else if (!isSame && !isPending)
      onSubmit({ number: draft.number.trim(), note: draft.note.trim(), content: contentOf(draft, scope.operations) });
  };
  const fields: PartProps = {
    draft,
    put: (part, value) => setDraft({ ...draft, [part]: value }),
    errorOf: (part) => {
      const fault = sent && faults.parts.get(part);
      return fault === undefined ? errorOf(part) : texts.faults[fault];
    },
  };
  return (
    <form ref={form} className="clients-form" onSubmit={submit} autoComplete="off" noValidate>
      <BasicFields {...fields} />
      <ScopeFields {...fields} scope={scope} />
      <Panel title={texts.origin}>
        <div className="stack">
          <AddressLines
            lines={draft.addresses}
            onLines={(addresses) => fields.put('addresses', addresses)}
            faults={faults.lines}
            errors={lineErrors}
            error={faults.lines.size === 0 ? fields.errorOf('addresses') : undefined}
            isTried={sent !== undefined}
          />
          <ProofFields {...fields} />
        </div>
      </Panel>
      <LimitFields {...fields} />
      <Panel>
        <div className="stack">
          <NoteField {...fields} isNeeded={isChange} isTried={sent !== undefined} />
          <Refused error={error} />
          <div className="clients-buttons">
            <Button
              type="submit"
              variant="primary"
              isPending={isPending}
              disabledReason={isSame && sent ? texts.nothingChanged : undefined}
            >
              {submitLabel}
            </Button>
            <span className="clients-aside">{sent && wrong.length > 0 ? texts.fixFirst(wrong.length) : texts.submitWords}</span>
          </div>
        </div>
      </Panel>
    </form>
  );
}

/** What is wrong with the draft now, its parts in reading order. */
function useJudged(draft: ServiceDraft, start: ServiceDraft, isChange: boolean) {
  const { demo } = useSession();
  const [today] = useState(() => todayInTaipei(Date.now()));
  const faults = findFaults(draft, today, { allowLoopback: demo });
  const wrong: DraftPart[] = [...faults.parts.keys()];
  if (isChange && draft.note.trim() === '') wrong.push('note');
  const isSame = isChange && JSON.stringify(contentOf(draft, [])) === JSON.stringify(contentOf(start, []));
  return { faults, wrong, isSame };
}

function NoteField({ draft, put, errorOf, isNeeded, isTried }: PartProps & { readonly isNeeded: boolean; readonly isTried: boolean }) {
  const texts = useClientTexts();
  const isMissing = isNeeded && isTried && draft.note.trim() === '';
  return (
    <div data-part="note">
      <TextField
        label={isNeeded ? texts.changeNote : texts.newNote}
        isOptional={!isNeeded}
        hint={texts.noteHint}
        value={draft.note}
        onChange={(note) => put('note', note)}
        maxLength={500}
        error={isMissing ? texts.noteNeeded : errorOf('note')}
      />
    </div>
  );
}

/** Keyboard first: the first wrong field has the focus. @param line of the first wrong address */
function focusPart(form: HTMLFormElement | null, part: DraftPart, line: number | undefined): void {
  const place = part === 'addresses' && line !== undefined ? `[data-line='${line}']` : `[data-part='${part}']`;
  form?.querySelector<HTMLElement>(`${place} input:not([tabindex='-1']):enabled`)?.focus();
}

/** Where the wire has each part. */
const serverNames: Readonly<Record<DraftPart, string>> = {
  number: 'number',
  name: 'content.name',
  unit: 'content.unit',
  contactName: 'content.contact.name',
  reachedBy: 'content.contact.reachedBy',
  purposes: 'content.purposes',
  claims: 'content.claims',
  addresses: 'content.addresses',
  certificate: 'content.certificate',
  from: 'content.from',
  until: 'content.until',
  requestsPerDay: 'content.requestsPerDay',
  personsPerDay: 'content.personsPerDay',
  note: 'note',
};

/** What the server said of what was sent, until it is changed. */
function serverErrors(draft: ServiceDraft, sent: ServiceDraft | undefined, error: unknown) {
  const errorOf = (part: DraftPart) => (draft[part] === sent?.[part] ? fieldError(error, serverNames[part]) : undefined);
  const lineErrors = new Map<number, string>();
  for (const place of draft.addresses === sent?.addresses ? draft.addresses.keys() : []) {
    const [line, message] = [lineAt(draft, place), fieldError(error, `content.addresses.${place}`)];
    if (line !== undefined && message !== undefined) lineErrors.set(line, message);
  }
  return { errorOf, lineErrors };
}
