// A password: hidden, can be looked at, may be pasted, and says when Caps Lock is on.
import { useState, type KeyboardEvent } from 'react';
import { useTexts } from '../../texts/index.ts';
import { IconButton, TextField } from '../../ui/index.ts';

export interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly error?: string | undefined;
  readonly hint?: string;
}

export function PasswordField({ hint, ...field }: PasswordFieldProps) {
  const texts = useTexts().ui;
  const [isShown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextField
      {...field}
      {...(hint === undefined ? {} : { hint })}
      type={isShown ? 'text' : 'password'}
      maxLength={128}
      spellCheck="false"
      autoCapitalize="none"
      warning={capsLock ? texts.capsLock : undefined}
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCapsLock(false)}
      trailing={
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          label={isShown ? texts.hidePassword : texts.showPassword}
          onPress={() => setShown(!isShown)}
        />
      }
    />
  );
}
