import type { Core } from '@strapi/strapi';

import { pause } from '../../core/pause';
import type { Shown } from '../../rights/permitted-link';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';

/** Links that are read together. */
const BATCH = 200;

/** Which entry a link opens and what it shows: all that rights are asked about. */
export type ShownLink = Shown & Pick<LinkRow, 'id' | 'entryDocumentId'>;

const COLUMNS: (keyof ShownLink)[] = [
  'id',
  'contentType',
  'entryDocumentId',
  'entryLocale',
  'extraLocales',
  'fields',
  'includeChildren',
  'childFields',
];

/** What many links show, in batches, the newest first. Others have their turn in between. */
export async function* shownLinks(strapi: Core.Strapi, where: Where): AsyncGenerator<ShownLink[]> {
  for (let before: number | null = null; ;) {
    await pause();
    const found = (await strapi.db.query(LINK_UID).findMany({
      where: before === null ? where : { $and: [where, { id: { $lt: before } }] },
      select: COLUMNS,
      orderBy: { id: 'desc' },
      limit: BATCH,
    })) as ShownLink[];
    yield found;
    if (found.length < BATCH) return;
    before = found.at(-1)!.id;
  }
}
