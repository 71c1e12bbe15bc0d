import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { proofs } from '../access/proofs';
import type { LinkRow } from '../links/schema';
import { isJson, placeOf, segmentsOf } from './place';

/** The tag a visitor's browser has from an earlier answer; proxies that compress weaken it. */
function knownTag(ctx: Context): string | null {
  return /^(?:W\/)?"([\w.-]{1,200})"$/.exec(ctx.get('If-None-Match'))?.[1] ?? null;
}

/**
 * Whether the visitor has what the link showed before, and only asks whether it is still so. That
 * is no new visit. The tag is signed for the one page, so nobody can look without being counted.
 */
export function isRefresh(strapi: Core.Strapi, ctx: Context, link: LinkRow): boolean {
  return proofs(strapi).hasShown(link, pageOf(ctx), knownTag(ctx));
}

/** Which page of its link a request is for, and in which form. */
function pageOf(ctx: Context): string {
  const place = placeOf(ctx);
  return [isJson(ctx) ? 'json' : 'page', ...(place ? segmentsOf(place) : [])].join('/');
}

/**
 * Sends what a link shows together with its tag, or only says that it is as the visitor knows it.
 * `stamp` may put the tag into the body as well.
 */
export function sendTagged(
  strapi: Core.Strapi,
  ctx: Context,
  link: LinkRow,
  body: string,
  stamp: (body: string, tag: string) => string = (same) => same
): void {
  // A visit by HEAD is not recorded, so it earns no tag to be excused by later.
  if (ctx.method === 'HEAD') {
    ctx.body = body;
    return;
  }
  const tag = proofs(strapi).shown(link, pageOf(ctx), body);
  ctx.set('ETag', `"${tag}"`);
  const isKnown = knownTag(ctx) === tag;
  ctx.body = isKnown ? null : stamp(body, tag);
  if (isKnown) ctx.status = 304;
}

/** The page with its tag where its own script finds it: scripts can't see a page's headers. */
export function stampPage(html: string, tag: string): string {
  const place = /(<[a-z]+\b[^<>]*\sdata-island="refresh"[^<>]*\sdata-tag=")"/;
  return html.replace(place, `$1${tag}"`);
}
