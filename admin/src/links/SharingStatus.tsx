import { Flex, Status, Typography } from '@strapi/design-system';

import { useTranslate } from '../utils/translations';

export function SharingStatus({ live }: { live: number }) {
  const t = useTranslate();

  return (
    <Flex>
      <Status variant={live > 0 ? 'success' : 'neutral'} size="S">
        <Typography tag="span" variant="pi" fontWeight="bold">
          {live > 0 ? t('status.live', { count: live }) : t('status.none')}
        </Typography>
      </Status>
    </Flex>
  );
}
