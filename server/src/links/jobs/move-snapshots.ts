import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Snapshot } from '../../content/snapshot';
import { LINK_UID } from '../store/link-uid';
import { snapshotRows } from '../store/snapshot-rows';

/** Moves the snapshots that an older version stored in the rows of links. Runs at each start. */
export async function moveSnapshots(strapi: Core.Strapi): Promise<void> {
  const rows = strapi.db.query(LINK_UID);
  for (let after = 0; ;) {
    const next = (await rows.findOne({
      where: { shows: 'frozen', frozen: { $notNull: true }, id: { $gt: after } },
      select: ['id', 'frozen'],
      orderBy: { id: 'asc' },
    })) as { id: number; frozen: Snapshot } | null;
    if (!next) return;
    after = next.id;
    await strapi.db.transaction(async () => {
      const snapshotKey = await snapshotRows(strapi).insert(next.frozen);
      const where = { id: next.id, frozen: { $notNull: true } };
      const { count } = await rows.updateMany({
        where,
        data: { snapshotKey, frozen: null } as never,
      });
      // Another node has already moved it.
      if (count === 0) await snapshotRows(strapi).delete(snapshotKey);
    });
    await nextTurn();
  }
}
