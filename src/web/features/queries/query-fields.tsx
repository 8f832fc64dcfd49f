// The fields of the form that depend on the regulation and the grant: what may not be chosen stays in sight with the clause that says why.
import type { Programme } from '#contract';
import { useTexts, type Texts } from '../../texts/index.ts';
import { CheckboxGroup, ClauseChip, NationalIdField, RadioGroup, Select } from '../../ui/index.ts';
import { chooseOperation, choosePurpose, findOperation, findPurpose, type PurposeView, type QueryDraft } from './query-draft.ts';

interface PartProps {
  readonly programme: Programme;
  readonly draft: QueryDraft;
  readonly onDraft: (draft: QueryDraft) => void;
  readonly error: string | undefined;
}

export function PurposeField({ programme, draft, onDraft, error }: PartProps) {
  const texts = useTexts().queries;
  const purpose = findPurpose(programme, draft.purpose);
  return (
    <div data-part="purpose">
      <Select
        label={texts.purpose}
        choices={programme.purposes.map((each) => purposeChoice(texts, each))}
        value={draft.purpose}
        onChange={(code) => onDraft(choosePurpose(programme, draft, code))}
        error={error}
        {...(purpose && { hint: <LegalBasis purpose={purpose} /> })}
      />
    </div>
  );
}

function purposeChoice(texts: Texts['queries'], { code, name, legalBasis, granted }: PurposeView) {
  return {
    id: code,
    label: name,
    clause: legalBasis.clause,
    note: legalBasis.name,
    disabledReason: granted ? undefined : texts.notGrantedPurpose,
  };
}

function LegalBasis({ purpose }: { readonly purpose: PurposeView }) {
  const texts = useTexts().queries;
  return (
    <>
      {texts.basis(purpose.legalBasis.name)} <ClauseChip clause={purpose.legalBasis.clause} />
    </>
  );
}

export function OperationField({ programme, draft, onDraft, error }: PartProps) {
  const texts = useTexts().queries;
  // Before a purpose is chosen every operation is in sight, so that one sees what there is.
  const operations = (findPurpose(programme, draft.purpose) ?? programme.purposes[0])?.operations ?? [];
  return (
    <div data-part="operation">
      <RadioGroup
        label={texts.operation}
        choices={operations.map(({ code, name, granted }) => ({
          id: code,
          label: name,
          disabledReason: granted ? undefined : texts.notGrantedOperation,
        }))}
        value={draft.operation}
        onChange={(code) => onDraft(chooseOperation(programme, draft, code))}
        isDisabled={draft.purpose === null}
        error={error}
      />
    </div>
  );
}

export function FieldsField({ programme, draft, onDraft, error }: PartProps) {
  const texts = useTexts().queries;
  const operation = findOperation(programme, draft);
  if (!operation) return null;
  return (
    <div data-part="fields">
      <CheckboxGroup
        label={texts.fields}
        columns={2}
        choices={operation.fields.map(({ code, name, needed, clause }) => ({
          id: code,
          label: name,
          ...(!needed && { clause, disabledReason: texts.notNeeded }),
        }))}
        value={[...draft.fields]}
        onChange={(fields) => onDraft({ ...draft, fields })}
        error={error}
      />
    </div>
  );
}

export function SubjectField({ draft, onDraft, error }: Omit<PartProps, 'programme'>) {
  const texts = useTexts().queries;
  return (
    <div data-part="subject">
      <NationalIdField label={texts.subject} value={draft.subject} onChange={(subject) => onDraft({ ...draft, subject })} error={error} />
    </div>
  );
}
