import * as React from 'react';

import { useAuth } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import { useTranslate } from '../../utils/translations';

/** Returns the people to filter by: first the person, then everybody whose links were listed. */
export function useSharers(links: Link[] | undefined): { value: string; label: string }[] {
  const t = useTranslate();
  const ownId = useAuth('ShareLinks', ({ user }) => user?.id);
  const [met, setMet] = React.useState<Record<string, string>>({});

  React.useEffect(() => {
    if (!links) return;
    const people = links.flatMap(({ sharedBy: { id, name } }) => (id === null ? [] : [[id, name]]));
    setMet((before) => ({ ...before, ...Object.fromEntries(people) }));
  }, [links]);

  const me = ownId === undefined ? null : String(ownId);
  const others = Object.entries(met)
    .filter(([id]) => id !== me)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return me === null ? others : [{ value: me, label: t('site.filter.sharedBy.me') }, ...others];
}
