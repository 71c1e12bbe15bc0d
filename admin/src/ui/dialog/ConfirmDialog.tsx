import * as React from 'react';

import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';

interface ConfirmDialogProps {
  isOpen: boolean;
  title: string;
  confirmLabel: string;
  /** “Cancel” by default. */
  cancelLabel?: string;
  isDangerous: boolean;
  onConfirm: () => Promise<void>;
  onClose: () => void;
  /** Moves the focus once the dialog is closed: the button that opened it may be gone. */
  returnFocus: () => void;
  /** The question that the person answers. */
  children: string;
}

/** Asks the person to confirm. The dialog stays open and busy until `onConfirm` is done. */
export function ConfirmDialog({
  isOpen,
  title,
  confirmLabel,
  cancelLabel,
  isDangerous,
  onConfirm,
  onClose,
  returnFocus,
  children,
}: ConfirmDialogProps) {
  const t = useTranslate();
  const [isBusy, setBusy] = React.useState(false);

  async function confirm() {
    if (!isOpen || isBusy) return;
    setBusy(true);
    await onConfirm();
    setBusy(false);
  }

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && !isBusy && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body
          icon={<WarningCircle aria-hidden fill={isDangerous ? 'danger600' : 'primary600'} />}
        >
          {children}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary" disabled={isBusy}>
              {cancelLabel ?? t('dialog.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant={isDangerous ? 'danger-light' : 'default'}
            loading={isBusy}
            onClick={confirm}
          >
            {confirmLabel}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
