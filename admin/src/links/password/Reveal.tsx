import { Button, Typography } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import type { Reveal } from './useReveal';

/** Shows or hides a password. `name` is the link's, if the page shows several links. */
export function RevealButton({ reveal, name }: { reveal: Reveal; name?: string }) {
  const t = useTranslate();
  const key = reveal.isShown ? 'password.hide' : 'password.show';

  return (
    <Button
      size="S"
      variant="tertiary"
      startIcon={reveal.isShown ? <EyeStriked /> : <Eye />}
      aria-disabled={reveal.isBusy}
      aria-label={name ? t(`${key}.named`, { name }) : undefined}
      onClick={reveal.toggle}
    >
      {t(name ? `${key}.short` : key)}
    </Button>
  );
}

/** Shows a password, or why it can't be read back. */
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
