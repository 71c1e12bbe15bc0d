import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useDeleteLink } from './api';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';

interface DeleteDialogProps {
  /** Null while nobody is asked. */
  link: Link | null;
  onClose: () => void;
  onDeleted: (link: Link) => Promise<void>;
  returnFocus: (link: Link) => void;
}

export function DeleteDialog({ link, onClose, onDeleted, returnFocus }: DeleteDialogProps) {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const deleteLink = useDeleteLink();

  async function confirm(asked: Link) {
    const answer = await deleteLink(asked.id);
    if ('data' in answer) {
      await onDeleted(asked);
      toggleNotification({ type: 'success', message: t('delete.done') });
    } else {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
      onClose();
    }
  }

  return (
    <ConfirmDialog
      link={link}
      title={({ label }) => (label ? t('delete.title.named', { name: label }) : t('delete.title'))}
      question={t('delete.question')}
      confirmLabel={t('link.delete')}
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
