// What every field has around it: label, the clause that asks for it, a hint, and its error right beside it.
// Fields are marked invalid for readers only (validationBehavior aria): what the server refused may always be sent again.
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useTexts } from '../texts/index.ts';
import { ClauseChip } from './chip.tsx';
import { Icon } from './icon.tsx';

export interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Clause that demands this field, such as NW-4.1.1. */
  readonly clause?: string | undefined;
  readonly error?: string | undefined;
  /** Warns, never blocks. */
  readonly warning?: string | undefined;
  readonly isOptional?: boolean;
}

export function FieldLabel({ label, clause, isOptional = false }: Pick<FieldWords, 'label' | 'clause' | 'isOptional'>) {
  const texts = useTexts().ui;
  return (
    <div className="field-label">
      <Label>{label}</Label>
      {isOptional && <span className="field-optional">{texts.optional}</span>}
      {clause !== undefined && <ClauseChip clause={clause} />}
    </div>
  );
}

// Errors and warnings go through the description slot too, so that they are read out with the field.
export function FieldNotes({ hint, error, warning }: Pick<FieldWords, 'hint' | 'error' | 'warning'>) {
  if (hint === undefined && error === undefined && warning === undefined) return null;
  return (
    <Text slot="description" className="field-notes">
      {error !== undefined && (
        <span className="field-error">
          <Icon name="refused" size={15} />
          {error}
        </span>
      )}
      {warning !== undefined && (
        <span className="field-warning">
          <Icon name="warning" size={15} />
          {warning}
        </span>
      )}
      {hint !== undefined && <span className="field-hint">{hint}</span>}
    </Text>
  );
}
