import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { useChangeLink } from './api';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useLinkName } from './useLinkName';

interface RotateDialogProps {
  /** Null while nobody is asked. */
  link: Link | null;
  onClose: () => void;
  onRotated: (link: Link) => void;
  returnFocus: (link: Link) => void;
}

/** Gives a link a new address, once it is clear what that means for the old one. */
export function RotateDialog({ link, onClose, onRotated, returnFocus }: RotateDialogProps) {
  const t = useTranslate();
  const linkName = useLinkName();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const changeLink = useChangeLink();

  async function confirm({ id }: Link) {
    const answer = await changeLink({ id, verb: 'rotate' });
    if ('data' in answer) {
      onRotated(answer.data);
      toggleNotification({ type: 'success', message: t('rotate.done') });
    } else {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
    }
    onClose();
  }

  return (
    <ConfirmDialog
      link={link}
      title={(asked) => t('rotate.title', { name: linkName(asked) })}
      question={t('rotate.question')}
      confirmLabel={t('rotate.confirm')}
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}
