import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { isHttps } from '../http/own-address';
import { keepProof } from '../preview/cookie';
import { tickets } from '../preview/tickets';
import { getSettings } from '../settings/service';
import { shutOut } from './preview';
import { requestOf } from './request';
import { respondPage } from './respond';

/**
 * `POST /share/preview/:ticket` with the form field `key`: gives the browser the cookie of the
 * preview. A panel of another origin sends it, so other sites may: without the key, which only the
 * panel's own answer has, it does nothing.
 */
export function enterHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const { address, ownPath } = requestOf(ctx);
    const { key } = (ctx.request.body ?? {}) as { key?: unknown };
    const proof = typeof key === 'string' ? key : null;
    if (proof === null || !tickets(strapi).read(address, proof)) {
      const settings = await getSettings(strapi);
      return respondPage(ctx, await shutOut(strapi, ctx, settings, { kind: 'unknown' }));
    }
    keepProof(ctx, ownPath, proof, isHttps(ctx));
    ctx.redirect(ownPath);
    ctx.status = 303;
  };
}
