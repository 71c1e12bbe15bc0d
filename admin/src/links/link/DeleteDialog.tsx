import type { Link } from '../../../../contracts/links';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useLatch } from '../../ui/dialog/useLatch';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { useDeleteLink } from './api';

interface DeleteDialogProps {
  /** Null if nobody is asked. */
  link: Link | null;
  onClose: () => void;
  onDeleted: (link: Link) => void;
  returnFocus: (link: Link) => void;
}

export function DeleteDialog({ link, onClose, onDeleted, returnFocus }: DeleteDialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const deleteLink = useDeleteLink();
  const shown = useLatch(link);

  async function confirm() {
    if (!link) return;
    const answer = await deleteLink(link.id);
    if ('data' in answer) {
      onDeleted(link);
      notify.success(t('delete.done'));
    } else {
      notify.failure(answer.error);
      onClose();
    }
  }

  return (
    <ConfirmDialog
      isOpen={link !== null}
      title={shown?.label ? t('delete.title.named', { name: shown.label }) : t('delete.title')}
      confirmLabel={t('link.delete')}
      isDangerous
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={() => shown && returnFocus(shown)}
    >
      {t('delete.question')}
    </ConfirmDialog>
  );
}
