import { Badge } from '@strapi/design-system';

import type { LinkState } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';

const VARIANTS = {
  scheduled: 'secondary',
  active: 'success',
  paused: 'warning',
  expired: 'neutral',
  exhausted: 'neutral',
  suspended: 'danger',
  revoked: 'neutral',
} as const satisfies Record<LinkState, string>;

/** The state of a link in a word; the colour only says it again. */
export function StateBadge({ state }: { state: LinkState }) {
  const t = useTranslate();
  const variant = VARIANTS[state];

  return (
    // Strapi's own text colour has too little contrast on this one.
    <Badge variant={variant} textColor={variant === 'warning' ? 'warning700' : undefined}>
      {t(`link.state.${state}`)}
    </Badge>
  );
}
