import { Box, Typography } from '@strapi/design-system';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { AddressField } from './AddressField';
import { useLinkName } from './names';

interface LinkAddressProps {
  link: Link;
  /** Whether the link was just made. */
  isNew?: boolean;
  /** Why the address can't be shown, if the link has none. */
  hiddenReason: string;
}

/** Shows the address of a link, or why there is none. */
export function LinkAddress({ link, isNew = false, hiddenReason }: LinkAddressProps) {
  const t = useTranslate();
  const name = useLinkName()(link);

  if (link.url) return <AddressField link={link} url={link.url} name={name} isNew={isNew} />;
  return (
    <Box background="neutral100" hasRadius padding={3}>
      <Typography tag="p" style={{ fontFamily: 'monospace' }} textColor="neutral800">
        {t('link.address.hint', { hint: link.tokenHint })}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {hiddenReason}
      </Typography>
    </Box>
  );
}
