import { Typography } from '@strapi/design-system';

import type { EntryVisits as Visits } from '../../../contracts/visits';
import { useFormatRelative } from '../ui/useFormatDate';
import { useTranslate } from '../utils/translations';

/** Says on the card of an entry how often its links were opened, also those that have ended. */
export function EntryVisits({ visits }: { visits: Visits | null }) {
  const t = useTranslate();
  const relative = useFormatRelative();

  if (!visits?.lastViewedAt) return null;
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {t('visits.summary', {
        views: visits.opened,
        visitors: visits.visitors,
        relative: relative(visits.lastViewedAt),
      })}
    </Typography>
  );
}
