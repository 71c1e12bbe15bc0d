import type { Link } from '../../../../contracts/links';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useLatch } from '../../ui/dialog/useLatch';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { useChangeLink } from './api';
import { useLinkName } from './names';

interface RotateDialogProps {
  /** Null if nobody is asked. */
  link: Link | null;
  onClose: () => void;
  onRotated: (link: Link) => void;
  returnFocus: (link: Link) => void;
}

/** Gives a link a new address, after saying that the old one stops working. */
export function RotateDialog({ link, onClose, onRotated, returnFocus }: RotateDialogProps) {
  const t = useTranslate();
  const linkName = useLinkName();
  const notify = useNotify();
  const changeLink = useChangeLink();
  const shown = useLatch(link);

  async function confirm() {
    if (!link) return;
    const answer = await changeLink({ id: link.id, verb: 'rotate' });
    if ('data' in answer) {
      onRotated(answer.data);
      notify.success(t('rotate.done'));
    } else {
      notify.failure(answer.error);
    }
    onClose();
  }

  return (
    <ConfirmDialog
      isOpen={link !== null}
      title={shown ? t('rotate.title', { name: linkName(shown) }) : ''}
      confirmLabel={t('rotate.confirm')}
      isDangerous
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={() => shown && returnFocus(shown)}
    >
      {t('rotate.question')}
    </ConfirmDialog>
  );
}
