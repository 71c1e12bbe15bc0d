import { Typography } from '@strapi/design-system';

import type { EntryPolicy } from '../../../contracts/entries';
import { Notice } from '../ui/Notice';
import { useTranslate } from '../utils/translations';

/** Says why no link of an entry opens, even if the links themselves are active. */
export function PolicyNotice({ policy }: { policy: EntryPolicy }) {
  const t = useTranslate();
  const { from, parentTitle } = policy;

  function detail(): string {
    if (from !== 'parent') return t(`policy.closed.${from}`);
    return parentTitle === null
      ? t('policy.closed.above')
      : t('policy.closed.parent', { title: parentTitle });
  }

  return (
    <Notice variant="warning">
      <Typography tag="p" fontWeight="bold">
        {t('policy.closed.title')}
      </Typography>
      <Typography tag="p" variant="pi">
        {detail()}
      </Typography>
    </Notice>
  );
}
