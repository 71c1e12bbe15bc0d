import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useErrorText } from '../api';
import type { RequestError } from '../api';
import { Notice } from '../ui/Notice';
import { useSeesAllLinks } from '../utils/access';
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
  const seesAll = useSeesAllLinks();

  function text(): string {
    if (isFiltered) return t(seesAll ? 'site.notFound' : 'site.notFound.own');
    // Others may share entries without this person seeing it.
    return t(seesAll ? 'site.empty' : 'site.empty.own');
  }

  return (
    <div role="status">
      <EmptyStateLayout
        icon={<EmptyDocuments aria-hidden width="16rem" />}
        content={text()}
        hasRadius
        shadow="tableShadow"
      />
    </div>
  );
}
