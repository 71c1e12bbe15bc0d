import { Flex, Typography } from '@strapi/design-system';

import type { EntrySharing } from '../../../../contracts/entries';
import type { ClosedReason, Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';
import { isAround } from './closedReasons';

interface ClosedReasonsProps {
  link: Pick<Link, 'closedBy'>;
  /** The panel of an entry has already said what keeps all of its links closed. */
  without?: Pick<EntrySharing, 'policy' | 'sitePaused'>;
}

/** Names a reason in a word or two: `not published`, `Paused`. */
export function useClosedWord() {
  const t = useTranslate();
  return (reason: ClosedReason): string =>
    reason === 'suspended' || isAround(reason)
      ? t(`link.closed.${reason}`)
      : t(`link.state.${reason}`);
}

/** Says what keeps a link closed, beside its own rules, and how it opens again. */
export function ClosedReasons({ link, without }: ClosedReasonsProps) {
  const t = useTranslate();
  const isSaid = (reason: ClosedReason) =>
    (reason === 'site-paused' && Boolean(without?.sitePaused)) ||
    ((reason === 'policy-off' || reason === 'type-disabled') &&
      without?.policy.effective === 'off');
  const ways = link.closedBy.flatMap((reason) => {
    if (reason === 'suspended') return [t('link.suspended')];
    return isAround(reason) && !isSaid(reason) ? [t(`link.way.${reason}`)] : [];
  });

  if (ways.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      {ways.map((way) => (
        <Typography key={way} tag="p" variant="pi" textColor="danger600">
          {way}
        </Typography>
      ))}
    </Flex>
  );
}
