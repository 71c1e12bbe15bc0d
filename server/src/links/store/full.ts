import type { Core } from '@strapi/strapi';

import type { LinkRow } from './link-schema';

/** A link is full once it has as many viewers as its limit allows. */
export function isFull({
  maxViewers,
  viewerCount,
}: Pick<LinkRow, 'maxViewers' | 'viewerCount'>): boolean {
  return maxViewers !== null && viewerCount >= maxViewers;
}

/** The same in SQL, after `more` viewers have come. */
export function isFullWith(db: Core.Strapi['db']['connection'], more: number) {
  return db.raw('(?? is not null and ?? + ? >= ??)', [
    'max_viewers',
    'viewer_count',
    more,
    'max_viewers',
  ]);
}
