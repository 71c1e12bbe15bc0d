import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../../contracts/permissions';
import { withRelatedTypes } from '../../schema/paths';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';

const KEY = 'named-relations';
const BATCH = 500;

type Paths = Pick<LinkRow, 'id' | 'contentType' | 'fields' | 'childFields'>;

/**
 * Adds the related types to the relation paths of links from an older version, as in the current
 * schema. It runs only once per site: a path without a type shows no related entry, and a later
 * schema is not what the link's maker chose.
 */
export async function nameRelatedTypes(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store!({ type: 'plugin', name: PLUGIN_ID });
  if (await store.get({ key: KEY })) return;
  for (let after = 0; ;) {
    const last = await nameBatch(strapi, after);
    if (last === null) break;
    after = last;
    await nextTurn();
  }
  await store.set({ key: KEY, value: true });
}

/** Returns the last id of the batch, or null if no links are left. */
async function nameBatch(strapi: Core.Strapi, after: number): Promise<number | null> {
  return strapi.db.transaction(async () => {
    const links = (await strapi.db
      .queryBuilder(LINK_UID)
      .select(['id', 'contentType', 'fields', 'childFields'])
      .where({ revokedAt: null, id: { $gt: after } })
      .orderBy([{ id: 'asc' }])
      .limit(BATCH)
      .forUpdate()
      .execute()) as Paths[];
    // Most links are alike, so one statement updates all that get the same paths.
    const changed = new Map<string, { data: Omit<Paths, 'id' | 'contentType'>; ids: number[] }>();
    for (const link of links) {
      const data = named(strapi, link);
      const key = JSON.stringify(data);
      if (key === JSON.stringify({ fields: link.fields, childFields: link.childFields })) continue;
      const group = changed.get(key) ?? { data, ids: [] };
      group.ids.push(link.id);
      changed.set(key, group);
    }
    for (const { data, ids } of changed.values()) {
      const where = { id: { $in: ids } };
      await strapi.db.query(LINK_UID).updateMany({ where, data: data as never });
    }
    return links.at(-1)?.id ?? null;
  });
}

function named(
  strapi: Core.Strapi,
  { contentType, fields, childFields }: Paths
): Omit<Paths, 'id' | 'contentType'> {
  const all = (uid: string, paths: string[]) =>
    paths.map((path) => withRelatedTypes(strapi, uid, path));
  return {
    fields: all(contentType, fields),
    childFields:
      childFields &&
      Object.fromEntries(Object.entries(childFields).map(([uid, paths]) => [uid, all(uid, paths)])),
  };
}
