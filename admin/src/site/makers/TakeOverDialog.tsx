import * as React from 'react';

import type { BulkResult, Link } from '../../../../contracts/links';
import type { RequestError } from '../../api';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog';
import { useNotify } from '../../ui/useNotify';
import { useTranslate } from '../../utils/translations';
import { RefusedDialog } from '../bulk/RefusedDialog';
import { useTakeOverAll } from './useTakeOverAll';

interface TakeOverDialogProps {
  count: number;
  onClose: () => void;
  returnFocus: () => void;
}

/** Asks, takes over every link without a maker, and says which were refused and why. */
export function TakeOverDialog({ count, onClose, returnFocus }: TakeOverDialogProps) {
  const t = useTranslate();
  const notify = useNotify();
  const takeOverAll = useTakeOverAll();
  const [links, setLinks] = React.useState<Link[]>([]);
  const [result, setResult] = React.useState<BulkResult | null>(null);
  // The count falls while the dialog is open.
  const [asked] = React.useState(count);

  async function confirm() {
    try {
      const answer = await takeOverAll();
      if (answer.result.refused.length > 0) {
        setLinks(answer.links);
        setResult(answer.result);
        return;
      }
      notify.success(t('site.bulk.takeOver.done', { count: answer.result.done.length }));
    } catch (error) {
      notify.failure(error as RequestError);
    }
    onClose();
  }

  if (result) {
    return (
      <RefusedDialog
        action="takeOver"
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
      title={t('site.bulk.takeOver.title', { count: asked })}
      confirmLabel={t('site.bulk.takeOver')}
      isDangerous={false}
      onConfirm={confirm}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      {t('site.bulk.takeOver.question')}
    </ConfirmDialog>
  );
}
