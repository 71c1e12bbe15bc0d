import { useIntl } from 'react-intl';

import { useTranslate } from '../../utils/translations';
import { READABLE_CONTRAST, contrastWithWhite } from './contrast';

/** Tells whether white text can be read on the colour, while it is being chosen. */
export function ContrastHint({ color }: { color: string | null }) {
  const t = useTranslate();
  const { formatNumber } = useIntl();
  const contrast = color && contrastWithWhite(color);

  if (!contrast) return <>{t('settings.branding.color.hint')}</>;

  // Rounded down: 4.46 must not be shown as 4.5.
  const ratio = formatNumber(Math.floor(contrast * 10) / 10, { minimumFractionDigits: 1 });
  const isReadable = contrast >= READABLE_CONTRAST;
  return (
    <span role="status">
      {t(isReadable ? 'settings.branding.color.good' : 'settings.branding.color.poor', { ratio })}
    </span>
  );
}
