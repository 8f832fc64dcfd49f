// Dialogs: modal, focus inside, Esc closes unless the dialog must be answered.
import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTexts } from '../texts/index.ts';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** Esc and a click outside do nothing. */
  readonly mustAnswer?: boolean;
  readonly width?: 'narrow' | 'wide';
}

export function Dialog({ title, isOpen, onClose, children, actions, role = 'dialog', mustAnswer = false, width = 'narrow' }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={`modal modal--${width}`}>
        <AriaDialog role={role} className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the action means, in plain words. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  /** Closes when it is done; when it throws, the dialog stays and the caller shows the problem inside `children`. */
  readonly onConfirm: () => Promise<void>;
}

export function ConfirmDialog({ title, isOpen, onClose, children, confirmLabel, isDangerous = false, onConfirm }: ConfirmDialogProps) {
  const texts = useTexts().ui;
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } catch {
      // shown by the caller, who knows what went wrong
    } finally {
      setPending(false);
    }
  };
  const actions = (
    <>
      <Button onPress={onClose} isDisabled={isPending}>
        {texts.cancel}
      </Button>
      <Button variant={isDangerous ? 'danger' : 'primary'} isPending={isPending} onPress={() => void confirm()}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog" mustAnswer={isPending} actions={actions}>
      {children}
    </Dialog>
  );
}
