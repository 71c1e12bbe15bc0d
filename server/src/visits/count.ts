import type { Core } from '@strapi/strapi';
import { isbot } from 'isbot';
import type { Context } from 'koa';

import type { LinkRow } from '../links/schema';
import { LINK_UID } from '../links/store';

/**
 * Counts an opening once the answer is on its way. Robots don't count: they would turn every
 * preview in a chat into a visitor. A failing count is logged and costs the visitor nothing.
 */
export function countView(strapi: Core.Strapi, ctx: Context, link: LinkRow): void {
  if (ctx.method !== 'GET' || isbot(ctx.get('User-Agent'))) return;
  ctx.res.once('finish', () => {
    const { tableName } = strapi.db.metadata.get(LINK_UID);
    strapi.db
      .connection(tableName)
      .where({ id: link.id })
      .update({
        view_count: strapi.db.connection.raw('?? + 1', ['view_count']),
        last_viewed_at: new Date(),
      })
      .catch((error: unknown) => {
        strapi.log.error(`A view of link ${link.id} was not counted: ${String(error)}`);
      });
  });
}
