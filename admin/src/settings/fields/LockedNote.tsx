import { Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';

/** Says why a field can't be changed here. */
export function LockedNote({ id }: { id?: string }) {
  const t = useTranslate();

  return (
    <Flex id={id} gap={1} tag="span">
      <Lock aria-hidden fill="neutral600" width="1.2rem" height="1.2rem" />
      <Typography variant="pi" textColor="neutral600">
        {t('settings.locked')}
      </Typography>
    </Flex>
  );
}
