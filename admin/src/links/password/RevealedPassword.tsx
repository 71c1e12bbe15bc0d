import { Typography } from '@strapi/design-system';

import { useTranslate } from '../../utils/translations';

/** A password in clear, or why it can't be read back. */
export function RevealedPassword({ password }: { password: string | null }) {
  const t = useTranslate();

  return (
    <div role="status">
      {password === null ? (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('password.unknown')}
        </Typography>
      ) : (
        <Typography
          tag="p"
          textColor="neutral800"
          style={{ fontFamily: 'monospace', overflowWrap: 'anywhere', userSelect: 'all' }}
        >
          {password}
        </Typography>
      )}
    </div>
  );
}
