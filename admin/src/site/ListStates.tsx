import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useErrorText } from '../api';
import type { RequestError } from '../api';
import { Notice } from '../ui/Notice';
import { useTranslate } from '../utils/translations';

export function ListFailed({ error, onRetry }: { error: RequestError; onRetry: () => void }) {
  const t = useTranslate();
  const errorText = useErrorText();

  return (
    <Notice variant="danger" role="alert">
      <Flex gap={4} wrap="wrap">
        <div>
          <Typography tag="p" fontWeight="bold">
            {t('panel.failed')}
          </Typography>
          <Typography tag="p">{errorText(error)}</Typography>
        </div>
        <Button variant="tertiary" onClick={onRetry}>
          {t('panel.retry')}
        </Button>
      </Flex>
    </Notice>
  );
}

/** Replaces an empty table: says that nothing is shared, or that nothing was found. */
export function NoLinks({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslate();

  return (
    <div role="status">
      <EmptyStateLayout
        icon={<EmptyDocuments aria-hidden width="16rem" />}
        content={t(isFiltered ? 'site.notFound' : 'site.empty')}
        hasRadius
        shadow="tableShadow"
      />
    </div>
  );
}
