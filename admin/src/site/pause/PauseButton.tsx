import { Button } from '@strapi/design-system';
import { Stop } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import type { SiteSwitch } from './useSiteSwitch';

/** Pauses all sharing of the site; only for those who may change the settings. */
export function PauseButton({ siteSwitch }: { siteSwitch: SiteSwitch }) {
  const t = useTranslate();

  // While sharing is paused, the banner has the button that resumes it.
  if (!siteSwitch.canSwitch || siteSwitch.isPaused) return null;
  return (
    <Button
      variant="danger-light"
      startIcon={<Stop />}
      data-site-switch=""
      onClick={siteSwitch.ask}
    >
      {t('site.pause')}
    </Button>
  );
}
