import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { Link } from '../../../../contracts/links';
import { plainPath } from '../../utils/fieldPaths';
import { useTranslate } from '../../utils/translations';

/** Says which fields of a link the site no longer has, so that nothing is missing without a word. */
export function MissingFields({ link: { missingFields } }: { link: Link }) {
  const t = useTranslate();

  if (missingFields.length === 0) return null;
  return (
    <Flex gap={2} alignItems="flex-start">
      <WarningCircle
        aria-hidden
        fill="warning600"
        width={16}
        height={16}
        style={{ flexShrink: 0 }}
      />
      <Typography tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {t('link.missingFields', {
          count: missingFields.length,
          fields: missingFields.map(plainPath).join(', '),
        })}
      </Typography>
    </Flex>
  );
}
