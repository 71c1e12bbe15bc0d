import type { ReactNode } from 'react';

import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import { SharingStatus } from './EntryStatus';
import { ReasonedButton } from './ReasonedButton';

export function CardLayout({ children }: { children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {children}
    </Flex>
  );
}

/** The card of an entry that has not been saved yet, or not in this locale. */
export function UnsavedCard({ isNewLocale }: { isNewLocale: boolean }) {
  const t = useTranslate();

  return (
    <CardLayout>
      <SharingStatus variant="neutral">{t('status.none')}</SharingStatus>
      <ReasonedButton disabled reason={t(isNewLocale ? 'unsaved.locale' : 'unsaved.entry')}>
        {t('action.create')}
      </ReasonedButton>
    </CardLayout>
  );
}

/** Holds the place of the status and the button until the server has answered. */
export function PendingCard() {
  const t = useTranslate();

  return (
    <CardLayout>
      <VisuallyHidden>{t('panel.loading')}</VisuallyHidden>
      <Box aria-hidden background="neutral150" hasRadius width="8rem" height="2.6rem" />
      <Box
        aria-hidden
        background="neutral150"
        hasRadius
        height={{ initial: '4rem', medium: '3.2rem' }}
      />
    </CardLayout>
  );
}

interface FailedCardProps {
  message: string;
  isRetrying: boolean;
  onRetry: () => void;
}

export function FailedCard({ message, isRetrying, onRetry }: FailedCardProps) {
  const t = useTranslate();

  return (
    <CardLayout>
      <div role="alert">
        <Typography tag="p" fontWeight="bold" textColor="danger600">
          {t('panel.failed')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {message}
        </Typography>
      </div>
      <Button fullWidth variant="tertiary" loading={isRetrying} onClick={onRetry}>
        {t('panel.retry')}
      </Button>
    </CardLayout>
  );
}
