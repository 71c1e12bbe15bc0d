import { Flex, Status, Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import { useTranslate } from '../../utils/translations';
import { unseenLinks } from '../link/unseenLinks';

/** Says in a few words how many links of an entry work. */
export function EntryStatus({ sharing }: { sharing: EntrySharing }) {
  const t = useTranslate();
  const { counts, links, sitePaused, policy } = sharing;

  if (counts.live === 0) return <SharingStatus variant="neutral">{t('status.none')}</SharingStatus>;

  // A person who does not see every link can't know that all of them are paused.
  const isPaused = links.length === counts.live && links.every(({ state }) => state === 'paused');
  const isClosed = policy.effective === 'off';
  const unseen = unseenLinks(sharing);
  const text = t('status.live', { count: counts.live });
  return (
    <>
      <SharingStatus variant={isPaused || isClosed || sitePaused ? 'warning' : 'success'}>
        {isClosed
          ? t('status.closed', { links: text })
          : isPaused
            ? t('status.paused', { links: text })
            : text}
      </SharingStatus>
      {unseen > 0 ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('manager.unseen', { count: unseen })}
        </Typography>
      ) : null}
    </>
  );
}

interface SharingStatusProps {
  variant: 'neutral' | 'success' | 'warning';
  children: string;
}

export function SharingStatus({ variant, children }: SharingStatusProps) {
  return (
    <Flex>
      <Status variant={variant} size="S">
        {/* Strapi's own colour of a warning has too little contrast on its background. */}
        <Typography
          tag="span"
          variant="pi"
          fontWeight="bold"
          textColor={variant === 'warning' ? 'neutral800' : undefined}
        >
          {children}
        </Typography>
      </Status>
    </Flex>
  );
}
