import type { EntrySharing } from '../../../../contracts/entries';
import { PolicyNotice } from '../../share-policy/PolicyNotice';
import { Notice } from '../../ui/Notice';
import { useTranslate } from '../../utils/translations';
import { SitePausedNotice } from './SitePausedNotice';

interface ManagerNoticesProps {
  sharing: EntrySharing;
  notice: string | null;
  hasMade: boolean;
}

/** Tells the person what to know before reading the list. */
export function ManagerNotices({ sharing, notice, hasMade }: ManagerNoticesProps) {
  const t = useTranslate();
  const { addressesKept, can, mode, reasons, policy } = sharing;
  const isClosed = policy.effective === 'off';
  const isSingle = mode === 'single' && can.manage && sharing.links.length > 0;
  const isSaid = isClosed || (isSingle && reasons.create?.code === 'link-exists');
  const refusal = isSaid ? null : reasons.create;

  return (
    <>
      {sharing.sitePaused ? <SitePausedNotice pause={sharing.sitePaused} /> : null}
      {isClosed ? <PolicyNotice policy={policy} /> : null}
      {notice ? (
        <Notice variant="warning" role="alert">
          {notice}
        </Notice>
      ) : null}
      {hasMade && !addressesKept ? (
        <Notice variant="warning" role="alert">
          {t('manager.copyNow')}
        </Notice>
      ) : null}
      {refusal ? <Notice variant="info">{refusal.message}</Notice> : null}
      {isSingle ? <Notice variant="info">{t('manager.single')}</Notice> : null}
    </>
  );
}
