import * as React from 'react';

import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';
import { useDeleteLink } from './api';

interface DeleteDialogProps {
  /** Null while nobody is asked. */
  link: Link | null;
  onClose: () => void;
  onDeleted: (link: Link) => Promise<void>;
  returnFocus: (id: number) => void;
}

export function DeleteDialog({ link, onClose, onDeleted, returnFocus }: DeleteDialogProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const deleteLink = useDeleteLink();
  const [isBusy, setBusy] = React.useState(false);
  // Keeps the name in the title while the dialog fades out.
  const asked = React.useRef(link);
  if (link) asked.current = link;

  async function confirm() {
    if (!link || isBusy) return;
    setBusy(true);
    const answer = await deleteLink(link.id);
    if ('data' in answer) {
      await onDeleted(link);
      toggleNotification({ type: 'success', message: t('delete.done') });
    } else {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
      onClose();
    }
    setBusy(false);
  }

  const name = asked.current?.label;
  return (
    <Dialog.Root open={link !== null} onOpenChange={(open) => !open && !isBusy && onClose()}>
      <Dialog.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          if (asked.current) returnFocus(asked.current.id);
        }}
      >
        <Dialog.Header>
          {name ? t('delete.title.named', { name }) : t('delete.title')}
        </Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{t('delete.question')}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary" disabled={isBusy}>
              {t('dialog.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger-light" loading={isBusy} onClick={confirm}>
            {t('link.delete')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
