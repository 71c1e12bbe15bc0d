import { Box, Typography } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/** Stands for an address that can't be shown, and says why. */
export function HiddenAddress({ link, reason }: { link: Link; reason: string }) {
  const t = useTranslate();

  return (
    <Box background="neutral100" hasRadius padding={3}>
      <Typography tag="p" style={{ fontFamily: 'monospace' }} textColor="neutral800">
        {t('link.address.hint', { hint: link.tokenHint })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {reason}
      </Typography>
    </Box>
  );
}
