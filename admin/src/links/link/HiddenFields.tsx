import { Typography } from '@strapi/design-system';

import type { Exposure } from '../../../../contracts/entries';
import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { hiddenFields } from './hidden';

interface HiddenFieldsProps {
  link: Link;
  /** What a new link would show; null if the person may share nothing. */
  exposure: Exposure | null;
}

/** Says which fields of the entry a link does not show, though a new one would. */
export function HiddenFields({ link, exposure }: HiddenFieldsProps) {
  const t = useTranslate();
  const hidden = exposure ? hiddenFields(link, exposure) : [];

  if (hidden.length === 0) return null;
  return (
    <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
      {t('link.hiddenFields', {
        count: hidden.length,
        fields: hidden
          .map(({ label, isPartly }) =>
            isPartly ? t('link.hiddenFields.part', { field: label }) : label
          )
          .join(', '),
      })}
    </Typography>
  );
}
