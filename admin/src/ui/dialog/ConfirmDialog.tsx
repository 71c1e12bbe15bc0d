import * as React from 'react';

import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

interface ConfirmDialogProps {
  /** Null while nobody is asked. */
  link: Link | null;
  title: (link: Link) => string;
  question: string;
  confirmLabel: string;
  onConfirm: (link: Link) => Promise<void>;
  onClose: () => void;
  returnFocus: (link: Link) => void;
}

/** Asks before something that can't be undone. */
export function ConfirmDialog({
  link,
  title,
  question,
  confirmLabel,
  onConfirm,
  onClose,
  returnFocus,
}: ConfirmDialogProps) {
  const t = useTranslate();
  const [isBusy, setBusy] = React.useState(false);
  // Keeps the name in the title while the dialog fades out.
  const asked = React.useRef(link);
  if (link) asked.current = link;

  async function confirm() {
    if (!link || isBusy) return;
    setBusy(true);
    await onConfirm(link);
    setBusy(false);
  }

  return (
    <Dialog.Root open={link !== null} onOpenChange={(open) => !open && !isBusy && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (asked.current) returnFocus(asked.current);
        }}
      >
        <Dialog.Header>{asked.current ? title(asked.current) : null}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{question}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary" disabled={isBusy}>
              {t('dialog.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger-light" loading={isBusy} onClick={confirm}>
            {confirmLabel}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
