import { Button, Typography } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';
import { CardLayout } from './CardLayout';

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
