import type { EntrySharing } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { Notice } from './Notice';
import { SitePausedNotice } from './SitePausedNotice';

interface ManagerNoticesProps {
  sharing: EntrySharing;
  notice: string | null;
  hasMade: boolean;
}

/** What to know before reading the list. */
export function ManagerNotices({ sharing, notice, hasMade }: ManagerNoticesProps) {
  const t = useTranslate();
  const { addressesKept, can, mode, reasons } = sharing;
  const isSingle = mode === 'single' && can.manage;
  const refusal = isSingle && reasons.create?.code === 'link-exists' ? null : reasons.create;

  return (
    <>
      {sharing.sitePaused ? <SitePausedNotice pause={sharing.sitePaused} /> : null}
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
