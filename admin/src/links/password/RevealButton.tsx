import { Button } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';

import { useTranslate } from '../../utils/translations';
import type { Reveal } from './useReveal';

/** `name` is the link's, where more than one is on the page. */
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
      {t(name ? (reveal.isShown ? 'password.hide.short' : 'password.show.short') : key)}
    </Button>
  );
}
