import { Badge, Box, Flex } from '@strapi/design-system';

import type { LinkState } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

const COLORS = {
  scheduled: 'secondary',
  active: 'success',
  paused: 'warning',
  expired: 'neutral',
  exhausted: 'neutral',
  suspended: 'danger',
  revoked: 'neutral',
} as const satisfies Record<LinkState, string>;

/** Says the state of a link in a word; the colour repeats it. */
export function StateBadge({ state }: { state: LinkState }) {
  const t = useTranslate();
  const color = COLORS[state];

  return (
    // Strapi's own variants have too little contrast in some of these colours.
    <Badge backgroundColor={`${color}100`} borderColor={`${color}200`} textColor="neutral800">
      <Flex tag="span" gap={1}>
        {/* In the dark theme all badges have the same background. */}
        <Box
          aria-hidden
          tag="span"
          width="0.6rem"
          height="0.6rem"
          shrink={0}
          background={`${color}500`}
          style={{ borderRadius: '50%' }}
        />
        {t(`link.state.${state}`)}
      </Flex>
    </Badge>
  );
}
