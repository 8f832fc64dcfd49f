// One of a longer list, by typing, arrows or pointer.
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { useTexts } from '../texts/index.ts';
import type { Choice } from './choices.tsx';
import { FieldLabel, FieldNotes, type FieldWords } from './field-frame.tsx';
import { Icon } from './icon.tsx';

export interface SelectProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly isDisabled?: boolean;
}

export function Select({
  choices,
  value,
  onChange,
  label,
  hint,
  clause,
  error,
  warning,
  isOptional = false,
  isDisabled = false,
}: SelectProps) {
  const texts = useTexts().ui;
  return (
    <AriaSelect
      className="field"
      validationBehavior="aria"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      disabledKeys={choices.filter((choice) => choice.disabledReason !== undefined).map((choice) => choice.id)}
    >
      <FieldLabel label={label} clause={clause} isOptional={isOptional} />
      <Button className="input select-button">
        <SelectValue className="select-value">{({ selectedText }) => selectedText || texts.choose}</SelectValue>
        <Icon name="down" size={16} />
      </Button>
      <FieldNotes hint={hint} error={error} warning={warning} />
      <Popover className="popover select-popover">
        <ListBox className="options">
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} textValue={choice.label} className="option">
              <span className="choice-line">
                <span>{choice.label}</span>
                {choice.clause !== undefined && <span className="clause">{choice.clause}</span>}
              </span>
              {(choice.disabledReason ?? choice.note) !== undefined && (
                <span className="choice-note">{choice.disabledReason ?? choice.note}</span>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
