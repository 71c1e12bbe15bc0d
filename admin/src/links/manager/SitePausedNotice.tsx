import { Typography } from '@strapi/design-system';

import type { SitePause } from '../../../../contracts/settings';
import { useTranslate } from '../../utils/translations';
import { Notice } from '../../ui/Notice';
import { useMoment } from '../../ui/useFormatDate';

/** While all sharing of the site is paused, no link of it opens. */
export function SitePausedNotice({ pause }: { pause: SitePause }) {
  const t = useTranslate();
  const moment = useMoment();

  return (
    <Notice variant="warning">
      <Typography tag="p" fontWeight="bold">
        {t('sitePaused.title')}
      </Typography>
      <Typography tag="p" variant="pi">
        {t('sitePaused.detail', { name: pause.by, date: moment(pause.at) })}
      </Typography>
    </Notice>
  );
}
