import * as React from 'react';

import { Button, Flex, Typography } from '@strapi/design-system';

import { Notice } from '../../ui/Notice';
import { useMayChangeLinks } from '../../utils/access';
import { useTranslate } from '../../utils/translations';
import { useSiteLinks } from '../api';
import { usePageQuery } from '../usePageQuery';
import { TakeOverDialog } from './TakeOverDialog';

/**
 * Says how many links are closed because their makers are not on this site, as after an import, and
 * lets somebody take over all of them.
 */
export function LostMakersBanner() {
  const t = useTranslate();
  const mayShare = useMayChangeLinks();
  const { list } = useSiteLinks('maker=lost&pageSize=1');
  const { query, change } = usePageQuery();
  const [isAsking, setAsking] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const count = list?.meta.pagination.total ?? 0;
  const isShown = query.maker === 'lost';

  if (count === 0 && !isAsking) return null;
  return (
    <Notice variant="warning" role="status">
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <div>
          <Typography tag="p" fontWeight="bold">
            {t('site.lost', { count })}
          </Typography>
          <Typography tag="p">{t('site.lost.hint')}</Typography>
        </div>
        <Flex gap={2} wrap="wrap">
          <Button
            variant="tertiary"
            aria-pressed={isShown}
            onClick={() => change({ maker: isShown ? undefined : 'lost' })}
          >
            {t('site.lost.show')}
          </Button>
          {mayShare ? (
            <Button ref={button} variant="secondary" onClick={() => setAsking(true)}>
              {t('site.lost.takeOver')}
            </Button>
          ) : null}
        </Flex>
      </Flex>
      {isAsking ? (
        <TakeOverDialog
          count={count}
          onClose={() => setAsking(false)}
          returnFocus={() => button.current?.focus()}
        />
      ) : null}
    </Notice>
  );
}
