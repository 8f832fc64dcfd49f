// One line of text, with label, clause, hint, warning and error.
import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { FieldLabel, FieldNotes, type FieldWords } from './field-frame.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  readonly autoCapitalize?: 'none' | 'characters';
  /** Something at the end of the input, such as a button. */
  readonly trailing?: ReactNode;
}

export function TextField({ label, hint, clause, error, warning, isOptional = false, autoCapitalize, trailing, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} validationBehavior="aria" className="field" isInvalid={error !== undefined}>
      <FieldLabel label={label} clause={clause} isOptional={isOptional} />
      <div className="field-box">
        <Input className="input" {...(autoCapitalize !== undefined && { autoCapitalize })} />
        {trailing}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaTextField>
  );
}
