import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { PublicAnswer, ShownEntry } from '../../../contracts/shown';
import { useCsp } from '../access/headers';
import { resolve } from '../access/resolve';
import { showEntry } from '../content/shown';
import { Refused, errorBody, refuse } from '../errors';
import { countView } from '../visits/count';
import { renderEntryPage, renderRefusalPage } from './render';
import type { RenderedPage } from './render';

/** What visitors reach. The token is all that is ever taken from their requests. */
export function publicHandlers(strapi: Core.Strapi) {
  return {
    /** `GET /share/:token`: the page, or the refusal with 404. */
    async page(ctx: Context) {
      const entry = await open(ctx);
      if (!entry) return refusalPage(ctx);
      sendPage(ctx, 200, renderEntryPage(entry));
    },

    /** `GET /api/share-links/public/:token`: `PublicAnswer`, or 404 `link-unavailable`. */
    async json(ctx: Context) {
      const entry = await open(ctx);
      if (!entry) return refusalJson();
      ctx.body = { data: entry } satisfies PublicAnswer;
    },

    refusalPage,
    refusalJson,
    methodNotAllowed,
  };

  async function open(ctx: Context): Promise<ShownEntry | null> {
    const { outcome, settings } = await resolve(strapi, (ctx.params as { token?: string }).token);
    if (outcome.kind !== 'open') return null;
    const { link } = outcome;
    const entry = await showEntry(strapi, settings, {
      contentType: link.contentType,
      documentId: link.entryDocumentId,
      locale: link.entryLocale,
      shows: link.shows,
      fields: link.fields,
    });
    if (entry) countView(strapi, ctx, link);
    return entry;
  }
}

function refusalPage(ctx: Context): void {
  sendPage(ctx, 404, renderRefusalPage());
}

function refusalJson(): never {
  refuse('link-unavailable', 'Invalid or expired public link');
}

function methodNotAllowed(ctx: Context): void {
  const error = new Refused('method-not-allowed', 'This address only answers GET');
  ctx.set('Allow', 'GET, HEAD');
  ctx.status = error.status;
  ctx.body = errorBody(error);
}

function sendPage(ctx: Context, status: number, page: RenderedPage): void {
  useCsp(ctx, page.csp);
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = page.html;
}
