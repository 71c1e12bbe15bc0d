import { Button, Flex, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';

import { Notice } from '../../ui/Notice';
import { useFormatDate } from '../../ui/useFormatDate';
import { useTranslate } from '../../utils/translations';
import type { SiteSwitch } from './useSiteSwitch';

/** Tells everybody that no link opens. Those who may change it get a button. */
export function PausedBanner({ siteSwitch }: { siteSwitch: SiteSwitch }) {
  const t = useTranslate();
  const formatDate = useFormatDate();
  const { isPaused, pause, canSwitch, isLocked, ask } = siteSwitch;

  if (!isPaused) return null;
  return (
    <Notice variant="danger" role="status">
      <Flex gap={4} wrap="wrap">
        <div>
          <Typography tag="p" fontWeight="bold">
            {t('site.paused')}
          </Typography>
          {pause ? (
            <Typography tag="p">
              {t('site.paused.by', { name: pause.by, date: formatDate(pause.at) })}
            </Typography>
          ) : null}
          {isLocked ? <Typography tag="p">{t('settings.locked')}</Typography> : null}
        </div>
        {canSwitch ? (
          <Button variant="secondary" startIcon={<Play />} data-site-switch="" onClick={ask}>
            {t('site.resume')}
          </Button>
        ) : null}
      </Flex>
    </Notice>
  );
}
