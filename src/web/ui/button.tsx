// Buttons. A button that can't be used now stays visible and says why beside itself, for everybody to read.
import { useId, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useTexts } from '../texts/index.ts';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  readonly children: ReactNode;
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Its action is under way: it keeps the focus and does nothing. Not React Aria's own, whose announcer leaves a nameless image behind. */
  readonly isPending?: boolean;
  /** Why it can't be used now; given a reason, the button is disabled. */
  readonly disabledReason?: string | undefined;
}

export function Button({
  children,
  variant = 'plain',
  icon,
  disabledReason,
  isDisabled = false,
  isPending = false,
  type = 'button',
  onPress,
  ...rest
}: ButtonProps) {
  const texts = useTexts().ui;
  const reasonId = useId();
  const button = (
    <AriaButton
      {...rest}
      className={`button button--${variant}`}
      type={isPending ? 'button' : type}
      data-pending={isPending || undefined}
      {...(onPress && !isPending && { onPress })}
      isDisabled={isDisabled || disabledReason !== undefined}
      {...(disabledReason === undefined ? {} : { 'aria-describedby': reasonId })}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span>{isPending ? texts.working : children}</span>
    </AriaButton>
  );
  if (disabledReason === undefined) return button;
  return (
    <span className="button-with-reason">
      {button}
      <span id={reasonId} className="button-reason">
        {disabledReason}
      </span>
    </span>
  );
}

/** A button that is an icon only: its name is read out and shown as a hint. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<AriaButtonProps, 'children' | 'className' | 'style'> & { readonly icon: IconName; readonly label: string }) {
  return (
    <AriaButton {...rest} className="button button--icon" aria-label={label}>
      <Icon name={icon} />
    </AriaButton>
  );
}
