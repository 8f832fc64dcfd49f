// Several lines of text, with label, hint and error.
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { FieldLabel, FieldNotes, type FieldWords } from './field-frame.tsx';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>, FieldWords {
  readonly rows: number;
}

export function TextArea({ label, hint, clause, error, warning, isOptional = false, rows, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} validationBehavior="aria" className="field" isInvalid={error !== undefined}>
      <FieldLabel label={label} clause={clause} isOptional={isOptional} />
      <AriaTextArea className="input" rows={rows} />
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaTextField>
  );
}
