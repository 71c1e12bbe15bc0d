import type { EntrySharing } from '../../../../contracts/entries';
import { useTranslate } from '../../utils/translations';
import { SharingStatus } from './SharingStatus';

/** How many links of an entry work, in a few words. */
export function EntryStatus({ sharing }: { sharing: EntrySharing }) {
  const t = useTranslate();
  const { counts, links, sitePaused, policy } = sharing;

  if (counts.live === 0) return <SharingStatus variant="neutral">{t('status.none')}</SharingStatus>;

  // Only where all of them can be seen, it can be told that all of them are paused.
  const isPaused = links.length === counts.live && links.every(({ state }) => state === 'paused');
  const isClosed = policy.effective === 'off';
  const text = t('status.live', { count: counts.live });
  return (
    <SharingStatus variant={isPaused || isClosed || sitePaused ? 'warning' : 'success'}>
      {isClosed
        ? t('status.closed', { links: text })
        : isPaused
          ? t('status.paused', { links: text })
          : text}
    </SharingStatus>
  );
}
