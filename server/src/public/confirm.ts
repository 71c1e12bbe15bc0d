import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { admit } from '../access/admit';
import type { OpenedLink } from '../access/opened-link';
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
    if (outcome.kind !== 'open') return respondPage(ctx, { ...outcome, settings });
    const { link } = outcome;
    if (link.proofs.readViewer(visitor.viewerProof) === null) {
      return respondPage(ctx, { kind: 'denied', reason: 'unknown', settings });
    }
    const admission = await admit(strapi, { link, visitor });
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
