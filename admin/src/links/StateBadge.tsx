import { Badge } from '@strapi/design-system';

import type { LinkState } from '../../../contracts/links';
import { useTranslate } from '../utils/translations';

const COLORS = {
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
  const color = COLORS[state];

  return (
    // The texts of Strapi's own variants have too little contrast in some of these colours.
    <Badge backgroundColor={`${color}100`} borderColor={`${color}200`} textColor="neutral800">
      {t(`link.state.${state}`)}
    </Badge>
  );
}
