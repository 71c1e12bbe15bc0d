import { Typography } from '@strapi/design-system';

import type { VisitSettings } from '../../../contracts/settings';
import { useTranslate } from '../utils/translations';

/** What the site keeps of visitors, and for how long. */
export function KeptNote({ kept: { address, retentionDays } }: { kept: VisitSettings }) {
  const t = useTranslate();

  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {t(`visits.kept.${address}`)}{' '}
      {retentionDays === null
        ? t('visits.kept.forever')
        : t('visits.kept.days', { count: retentionDays })}
    </Typography>
  );
}
