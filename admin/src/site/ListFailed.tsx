import { Button, Flex, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { useTranslate } from '../utils/translations';
import type { RequestError } from '../links/link/api';
import { Notice } from '../ui/Notice';

export function ListFailed({ error, onRetry }: { error: RequestError; onRetry: () => void }) {
  const t = useTranslate();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();

  return (
    <Notice variant="danger" role="alert">
      <Flex gap={4} wrap="wrap">
        <div>
          <Typography tag="p" fontWeight="bold">
            {t('panel.failed')}
          </Typography>
          <Typography tag="p">{formatError(error)}</Typography>
        </div>
        <Button variant="tertiary" onClick={onRetry}>
          {t('panel.retry')}
        </Button>
      </Flex>
    </Notice>
  );
}
