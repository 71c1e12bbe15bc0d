import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { bodyData, idParam } from '../core/routing';
import { cameByHttps } from '../http/own-address';
import { rightsIn } from '../rights/caller';
import { getSettings } from '../settings/service';
import { keepProof } from './cookie';
import { previewService } from './service';
import type { IssuedPreview } from './service';

/** The panel may have another origin, and a proxy may hide that it has the same. */
function isFromElsewhere(ctx: Context): boolean {
  const origin = ctx.get('Origin');
  return URL.canParse(origin) && new URL(origin).host !== ctx.host;
}

/** Previews for the panel. Each answer gives its browser a cookie, without which nothing opens. */
export function previewsController({ strapi }: { strapi: Core.Strapi }) {
  const answer = async (ctx: Context, { preview, proof }: IssuedPreview): Promise<void> => {
    const isSecure = cameByHttps(strapi, await getSettings(strapi), ctx);
    keepProof(ctx, preview.url, proof, isSecure);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: isFromElsewhere(ctx) ? { ...preview, key: proof } : preview };
  };

  return {
    /** `POST /share-links/links/:id/preview`: `{ data: Preview }` */
    async ofLink(ctx: Context) {
      const id = idParam(ctx);
      await answer(ctx, await previewService(strapi).ofLink(id, rightsIn(strapi, ctx)));
    },

    /** `POST /share-links/previews` with the body of a new link: `{ data: Preview }` */
    async ofRules(ctx: Context) {
      const data = bodyData(ctx);
      await answer(ctx, await previewService(strapi).ofRules(data, rightsIn(strapi, ctx)));
    },
  };
}
