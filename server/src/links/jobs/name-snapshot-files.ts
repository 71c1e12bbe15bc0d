import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../../contracts/permissions';
import type { ShownEntry } from '../../../../contracts/shown';
import { namesOfFiles } from '../../content/snapshot-files';
import { isSnapshot } from '../../content/snapshot';
import type { Snapshot } from '../../content/snapshot';
import { SNAPSHOT_UID } from '../store/snapshot-rows';

const KEY = 'named-files';

/**
 * Adds the names of their uploads to snapshots from an older version, which had only ids. It runs
 * only once per site: later an id may be another upload.
 */
export async function nameSnapshotFiles(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store!({ type: 'plugin', name: PLUGIN_ID });
  if (await store.get({ key: KEY })) return;
  const rows = strapi.db.query(SNAPSHOT_UID);
  for (let after = 0; ;) {
    const next = (await rows.findOne({
      where: { id: { $gt: after } },
      select: ['id', 'content'],
      orderBy: { id: 'asc' },
    })) as { id: number; content: Snapshot } | null;
    if (!next) break;
    after = next.id;
    const { content } = next;
    if (isSnapshot(content) && !content.files) {
      const files = await namesOfFiles(strapi, entryOf(content));
      const data = { content: { ...content, files } };
      await rows.update({ where: { id: next.id }, data: data as never });
    }
    await nextTurn();
  }
  await store.set({ key: KEY, value: true });
}

/** The oldest snapshots are the entry itself. */
function entryOf(content: Snapshot): ShownEntry {
  return 'version' in content ? content.entry : (content as ShownEntry);
}
