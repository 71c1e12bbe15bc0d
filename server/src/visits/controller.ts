import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { idParam } from '../core/routing';
import { rightsIn } from '../rights/caller';
import { visitsService } from './service';

/** The visits of links, for admin users. */
export function visitsController({ strapi }: { strapi: Core.Strapi }) {
  const visits = visitsService({ strapi });

  return {
    /** `GET /share-links/links/:id/visits`: `VisitList`, or a CSV file with `?format=csv` */
    async find(ctx: Context) {
      const id = idParam(ctx);
      const rights = rightsIn(strapi, ctx);
      ctx.set('Cache-Control', 'no-store');
      if (ctx.query.format !== 'csv') {
        ctx.body = await visits.list(id, ctx.query, rights);
        return;
      }
      const csv = await visits.csv(id, ctx.query, rights);
      ctx.attachment(`share-link-${id}-visits.csv`);
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = csv;
    },

    /** `DELETE /share-links/links/:id/visits`: `{ data: ErasedVisits }` */
    async erase(ctx: Context) {
      ctx.body = { data: await visits.erase(idParam(ctx), rightsIn(strapi, ctx)) };
    },

    /** `GET /share-links/visits/summary`: `{ data: VisitSummary }` */
    async summary(ctx: Context) {
      ctx.body = { data: await visits.summary(rightsIn(strapi, ctx)) };
    },
  };
}
