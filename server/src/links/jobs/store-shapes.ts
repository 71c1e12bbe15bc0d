import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import { shapesOf } from '../rules/shapes';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';

const BATCH = 500;

type Row = Pick<LinkRow, 'id' | 'contentType' | 'fields' | 'childFields'>;

/** Stores the shapes of links from an older version, as in the current schema. Runs at each start. */
export async function storeShapes(strapi: Core.Strapi): Promise<void> {
  for (;;) {
    const links = (await strapi.db.query(LINK_UID).findMany({
      where: { revokedAt: null, shapes: null },
      select: ['id', 'contentType', 'fields', 'childFields'],
      limit: BATCH,
    })) as Row[];
    // Most links are alike, so one statement updates all that get the same shapes.
    const alike = new Map<string, Row[]>();
    for (const link of links) {
      const key = JSON.stringify([link.contentType, link.fields, link.childFields]);
      alike.set(key, [...(alike.get(key) ?? []), link]);
    }
    for (const rows of alike.values()) {
      const where = { id: { $in: rows.map(({ id }) => id) } };
      const data = { shapes: shapesOf(strapi, rows[0]!) };
      await strapi.db.query(LINK_UID).updateMany({ where, data: data as never });
    }
    if (links.length < BATCH) return;
    await nextTurn();
  }
}
