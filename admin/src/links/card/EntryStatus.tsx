import { Flex, Status, Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import { useTranslate } from '../../utils/translations';

/** Says in a few words what opens an entry: its own links, those of others, or nothing. */
export function EntryStatus({ sharing }: { sharing: EntrySharing }) {
  const t = useTranslate();
  const { counts, links, openers } = sharing;

  if (counts.live === 0) {
    if (openers.own > 0) {
      return <SharingStatus variant="success">{t('status.usedUp')}</SharingStatus>;
    }
    return openers.open > 0 ? (
      <SharingStatus variant="success">{t('status.elsewhere')}</SharingStatus>
    ) : (
      <SharingStatus variant="neutral">{t('status.none')}</SharingStatus>
    );
  }
  const text = t('status.live', { count: counts.live });
  if (openers.own >= counts.live) return <SharingStatus variant="success">{text}</SharingStatus>;
  if (openers.own > 0) {
    const some = t('status.some', { links: text, open: openers.own });
    return <SharingStatus variant="success">{some}</SharingStatus>;
  }
  // A person who does not see every link can't know that all of them are paused.
  const isPaused = links.length === counts.live && links.every(({ state }) => state === 'paused');
  const words = t(isPaused ? 'status.paused' : 'status.closed', { links: text });
  return <SharingStatus variant="warning">{words}</SharingStatus>;
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
