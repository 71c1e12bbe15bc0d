import { Box, VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import { CardLayout } from './CardLayout';

/** Keeps the room of the status and the button until the server has answered. */
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
