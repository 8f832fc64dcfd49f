// A national id, or a resident's number. A wrong check digit warns when the field is left, and never blocks: old numbers with one do exist.
import { useState } from 'react';
import { checkNationalId, normaliseNationalId } from '#domain/kernel';
import { useTexts } from '../texts/index.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface NationalIdFieldProps extends Pick<TextFieldProps, 'label' | 'clause' | 'error'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function NationalIdField({ value, ...rest }: NationalIdFieldProps) {
  const texts = useTexts().ui;
  const [isLeft, setLeft] = useState(false);
  const verdict = checkNationalId(normaliseNationalId(value));
  const doubt = verdict === 'bad-check-digit' ? texts.nationalIdWrongDigit : texts.nationalIdUnknown;
  return (
    <TextField
      {...rest}
      value={value}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
      maxLength={32}
      spellCheck="false"
      autoCapitalize="characters"
      warning={isLeft && value.trim() !== '' && verdict !== 'valid' ? doubt : undefined}
    />
  );
}
