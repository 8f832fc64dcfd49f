// Choosing: one of a few (RadioGroup), several (CheckboxGroup), one thing or not (Tick). What may not be chosen stays in sight with its reason and clause.
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup, type CheckboxGroupProps as AriaCheckboxGroupProps } from 'react-aria-components/CheckboxGroup';
import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import { ClauseChip } from './chip.tsx';
import { FieldLabel, FieldNotes, type FieldWords } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note?: ReactNode;
  readonly clause?: string | undefined;
  /** Why it can't be chosen; given a reason, the choice is disabled. */
  readonly disabledReason?: string | undefined;
}

export interface CheckboxGroupProps extends Omit<AriaCheckboxGroupProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  readonly choices: readonly Choice[];
  readonly columns?: 1 | 2;
}

export function CheckboxGroup({
  choices,
  columns = 1,
  label,
  hint,
  clause,
  error,
  warning,
  isOptional = false,
  ...rest
}: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup {...rest} validationBehavior="aria" className="field" isInvalid={error !== undefined}>
      <FieldLabel label={label} clause={clause} isOptional={isOptional} />
      <div className={`choices choices--${columns}`}>
        {choices.map((choice) => (
          <CheckboxField key={choice.id} value={choice.id} className="choice" isDisabled={choice.disabledReason !== undefined}>
            <CheckboxButton className="choice-button">
              <span className="choice-box">
                <Icon name="check" size={14} />
              </span>
              {choice.label}
            </CheckboxButton>
            <ChoiceNote choice={choice} />
          </CheckboxField>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaCheckboxGroup>
  );
}

export interface RadioGroupProps extends Omit<AriaRadioGroupProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  readonly choices: readonly Choice[];
  /** `segments`: short words side by side, such as a mark in a table row. */
  readonly look?: 'list' | 'segments';
}

export function RadioGroup({ choices, look = 'list', label, hint, clause, error, warning, isOptional = false, ...rest }: RadioGroupProps) {
  return (
    <AriaRadioGroup
      {...rest}
      validationBehavior="aria"
      className="field"
      isInvalid={error !== undefined}
      {...(look === 'segments' ? { orientation: 'horizontal' as const } : {})}
    >
      <FieldLabel label={label} clause={clause} isOptional={isOptional} />
      <div className={look === 'segments' ? 'segments' : 'choices choices--1'}>
        {choices.map((choice) => (
          <RadioField
            key={choice.id}
            value={choice.id}
            className={look === 'segments' ? 'segment' : 'choice'}
            isDisabled={choice.disabledReason !== undefined}
          >
            <RadioButton className={look === 'segments' ? 'segment-button' : 'choice-button'}>
              {look === 'list' && <span className="choice-dot" />}
              {choice.label}
            </RadioButton>
            <ChoiceNote choice={choice} />
          </RadioField>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaRadioGroup>
  );
}

export interface TickProps {
  readonly label: string;
  /** Read out only: what is ticked stands beside it, as in a table's row. */
  readonly hidesLabel?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** One box on its own. */
export function Tick({ label, hidesLabel = false, isSelected, onChange }: TickProps) {
  return (
    <CheckboxField className="choice tick" isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className="choice-button">
        <span className="choice-box">
          <Icon name="check" size={14} />
        </span>
        {hidesLabel ? <span className="for-readers">{label}</span> : label}
      </CheckboxButton>
    </CheckboxField>
  );
}

/** The clause is a link: it stands here and not in the label, which is all of it a button. */
function ChoiceNote({ choice }: { readonly choice: Choice }) {
  const note = choice.disabledReason ?? choice.note;
  if (note === undefined && choice.clause === undefined) return null;
  return (
    <Text slot="description" className="choice-note">
      {note} {choice.clause !== undefined && <ClauseChip clause={choice.clause} />}
    </Text>
  );
}
