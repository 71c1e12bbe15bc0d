import { Flex, Typography } from '@strapi/design-system';

import type { EntryPolicy } from '../../../contracts/entries';
import { useTranslate } from '../utils/translations';
import { useSourceWords } from './useSourceWords';

export function PolicyText({ policy }: { policy: EntryPolicy }) {
  const t = useTranslate();
  const words = useSourceWords();

  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
      <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral800">
        {t('policy.title')}
      </Typography>
      <Typography tag="dd" variant="pi" textColor="neutral600">
        {words(policy)}
      </Typography>
    </Flex>
  );
}
