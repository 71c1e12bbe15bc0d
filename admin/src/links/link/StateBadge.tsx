import { Badge, Box, Flex } from '@strapi/design-system';

import type { Link, LinkState } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { isAround } from './closedReasons';

const COLORS = {
  scheduled: 'secondary',
  active: 'success',
  paused: 'warning',
  expired: 'neutral',
  exhausted: 'neutral',
  suspended: 'danger',
  revoked: 'neutral',
} as const satisfies Record<LinkState, string>;

/**
 * Says the state of a link in a word; the colour repeats it. If something around the link keeps it
 * closed, the badge names that as well.
 */
export function StateBadge({ link }: { link: Pick<Link, 'state' | 'closedBy'> }) {
  const t = useTranslate();
  const { state } = link;
  const [first] = link.closedBy;
  const reason = state === 'suspended' && first && isAround(first) ? first : null;
  const color = reason ? 'warning' : COLORS[state];
  const word = t(`link.state.${state}`);

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
        {reason
          ? t('link.state.because', { state: word, reason: t(`link.closed.${reason}`) })
          : word}
      </Flex>
    </Badge>
  );
}
