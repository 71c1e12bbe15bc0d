import * as React from 'react';

import type { BulkInput, BulkResult, Link } from '../../../../contracts/links';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { useChangeLinks } from '../api';
import { RefusedDialog } from './RefusedDialog';

interface BulkDialogProps {
  action: BulkInput['action'];
  /** The ticked links that the action can change. */
  links: Link[];
  /** Gets the links that were refused. */
  onDone: (refused: number[]) => void;
  onClose: () => void;
  returnFocus: () => void;
}

/** Asks, changes the ticked links, and says which were refused and why. Those stay ticked. */
export function BulkDialog({
  action,
  links: given,
  onDone,
  onClose,
  returnFocus,
}: BulkDialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const changeLinks = useChangeLinks();
  // The list is loaded again meanwhile, and may no longer have all of them.
  const [links] = React.useState(given);
  const [result, setResult] = React.useState<BulkResult | null>(null);

  async function confirm() {
    const answer = await changeLinks({ action, ids: links.map(({ id }) => id) });
    if ('error' in answer) {
      notify.failure(answer.error);
      onClose();
      return;
    }
    const { done, refused } = answer.data;
    onDone(refused.map(({ id }) => id));
    if (refused.length > 0) {
      setResult(answer.data);
      return;
    }
    notify.success(t(`site.bulk.${action}.done`, { count: done.length }));
    onClose();
  }

  if (result) {
    return (
      <RefusedDialog
        action={action}
        links={links}
        result={result}
        onClose={onClose}
        returnFocus={returnFocus}
      />
    );
  }
  return (
    <ConfirmDialog
      isOpen
      title={t(`site.bulk.${action}.title`, { count: links.length })}
      confirmLabel={t(`site.bulk.${action}`)}
      isDangerous={action === 'revoke'}
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {t(`site.bulk.${action}.question`, { count: links.length })}
    </ConfirmDialog>
  );
}
