import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { NOT_FOLDED, withFolded } from '../store/folded';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';

const BATCH = 200;

type Row = Pick<LinkRow, 'id' | 'label' | 'entryTitle'>;

/**
 * Stores the folded names and titles of links from an older version or from its export, so that
 * searches find them. Runs at each start; a start that is stopped goes on with the next.
 */
export async function foldTexts(strapi: Core.Strapi): Promise<void> {
  for (;;) {
    const links = (await strapi.db.query(LINK_UID).findMany({
      where: NOT_FOLDED,
      select: ['id', 'label', 'entryTitle'],
      limit: BATCH,
    })) as Row[];
    for (const { id, label, entryTitle } of links) {
      // Somebody may have renamed the link since it was read; their name is folded already.
      const where = { $and: [{ id, label, entryTitle }, NOT_FOLDED] };
      const data = withFolded({ label, entryTitle });
      await strapi.db.query(LINK_UID).updateMany({ where, data: data as never });
    }
    if (links.length < BATCH) return;
    await nextTurn();
  }
}
