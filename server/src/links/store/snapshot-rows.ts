import { randomUUID } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { Snapshot } from '../../content/snapshot';

const SNAPSHOT_UID = 'plugin::share-links.snapshot';

/** All queries of the table of snapshots. */
export function snapshotRows(strapi: Core.Strapi) {
  const query = () => strapi.db.query(SNAPSHOT_UID);

  return {
    /** Returns the key of the new row. */
    async insert(content: Snapshot): Promise<string> {
      const key = randomUUID();
      await query().create({ data: { key, content }, select: ['id'] });
      return key;
    },

    async contentOf(key: string): Promise<unknown> {
      const row = (await query().findOne({ where: { key }, select: ['content'] })) as {
        content: unknown;
      } | null;
      return row?.content ?? null;
    },

    delete: (key: string) => query().deleteMany({ where: { key } }),
  };
}
