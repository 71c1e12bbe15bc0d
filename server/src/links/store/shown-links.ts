import type { Core } from '@strapi/strapi';

import { pause } from '../../core/pause';
import type { Shown } from '../../rights/permitted-link';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';

/** The number of links in one batch. */
const BATCH = 200;

/** The entry that a link opens and what it shows: all that checks of rights need. */
export type ShownLink = Shown & Pick<LinkRow, 'id' | 'entryDocumentId'>;

export const SHOWN_COLUMNS: (keyof ShownLink)[] = [
  'id',
  'contentType',
  'entryDocumentId',
  'entryLocale',
  'extraLocales',
  'fields',
  'includeChildren',
  'childFields',
];

/** Yields what many links show, newest first, in batches. Other work can run between them. */
export async function* shownLinks(strapi: Core.Strapi, where: Where): AsyncGenerator<ShownLink[]> {
  for (let before: number | null = null; ;) {
    await pause();
    const found = (await strapi.db.query(LINK_UID).findMany({
      where: before === null ? where : { $and: [where, { id: { $lt: before } }] },
      select: SHOWN_COLUMNS,
      orderBy: { id: 'desc' },
      limit: BATCH,
    })) as ShownLink[];
    yield found;
    if (found.length < BATCH) return;
    before = found.at(-1)!.id;
  }
}
