import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { admit } from '../access/admit';
import type { OpenedLink } from '../access/opened-link';
import { countRefusal } from '../access/refusal';
import { resolve } from '../access/resolve';
import { rememberViewer } from '../access/visitor';
import { cookieScope, linkPath, requestOf } from './request';
import { respondPage } from './respond';

/**
 * `GET /share/:token/seen`: the browser of a new visitor asks for it by itself when it shows a page
 * of a link with a limit. From then on the place stays with this visitor.
 */
export function confirmHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const { address, visitor } = requestOf(ctx);
    const { outcome, settings } = await resolve(strapi, address, visitor);
    const link = outcome.kind === 'open' ? outcome.link : null;
    if (!link || link.proofs.readViewer(visitor.viewerProof) === null) {
      // Whoever has no proof learns no more than at an unknown address, and is counted the same.
      const denied = { kind: 'denied', reason: 'unknown', link: null } as const;
      const isCounted = outcome.kind === 'denied' || outcome.kind === 'limited';
      const refusal = isCounted ? outcome : await countRefusal(strapi, settings, visitor, denied);
      return respondPage(ctx, { ...refusal, settings });
    }
    const admission = await admit(strapi, { link, visitor, asksBack: false });
    if (admission.admitted && admission.viewerProof) {
      rememberViewer(ctx, cookieScope(ctx, link), admission.viewerProof);
    }
    ctx.status = 204;
  };
}

/** Lets the page ask for it, without a script. */
export function askToConfirm(html: string, ctx: Context, link: OpenedLink): string {
  return html.replace(
    '</body>',
    () => `<img src="${linkPath(ctx, link)}/seen" alt="" hidden></body>`
  );
}
