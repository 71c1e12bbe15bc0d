import { Typography } from '@strapi/design-system';

import type { SitePause } from '../../../../contracts/settings';
import { Notice } from '../../ui/Notice';
import { useFormatDate } from '../../ui/useFormatDate';
import { useTranslate } from '../../utils/translations';

/** Says that no link opens, because all sharing of the site is paused. */
export function SitePausedNotice({ pause }: { pause: SitePause }) {
  const t = useTranslate();
  const formatDate = useFormatDate();

  return (
    <Notice variant="warning">
      <Typography tag="p" fontWeight="bold">
        {t('sitePaused.title')}
      </Typography>
      <Typography tag="p" variant="pi">
        {t('sitePaused.detail', { name: pause.by, date: formatDate(pause.at) })}
      </Typography>
    </Notice>
  );
}
