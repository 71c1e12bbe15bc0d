import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import type { Showing } from '../access/proofs';
import { givenProof } from '../access/visitor';
import { dayOf } from '../core/dates';
import { segmentsOf } from '../page/page-address';
import { requestOf } from './request';

/** The tag a visitor's browser has from an earlier answer; proxies that compress weaken it. */
function knownTag(ctx: Context): string | null {
  return /^(?:W\/)?"([\w.-]{1,200})"$/.exec(ctx.get('If-None-Match'))?.[1] ?? null;
}

/**
 * Whether a page that refreshes itself asks for news, which is no new visit: the same viewer has
 * opened it today. All else is one, on links that don't refresh even what has not changed, or else
 * whoever has opened a link once could read it unseen ever after.
 */
export function isRefresh(ctx: Context, link: OpenedLink): boolean {
  if (link.rules.refreshSeconds === null) return false;
  const showing = showingTo(ctx, link, requestOf(ctx).visitor.viewerProof);
  return showing !== null && link.proofs.hasShown(showing, knownTag(ctx));
}

/** Null for who is no viewer of the link, such as a robot: there is nobody to be known again. */
function showingTo(ctx: Context, link: OpenedLink, viewerProof: string | null): Showing | null {
  const viewer = link.proofs.readViewer(viewerProof);
  return viewer && { viewerId: viewer.id, day: dayOf(new Date()), at: pageOf(ctx) };
}

/** Which page of its link a request is for, and in which form. */
function pageOf(ctx: Context): string {
  const { place, answers } = requestOf(ctx);
  return [answers, ...(place ? segmentsOf(place) : [])].join('/');
}

/**
 * Sends what a link shows together with its tag, or only says that it is as the visitor knows it.
 * `stamp` may put the tag into the body as well.
 */
export function sendTagged(
  ctx: Context,
  link: OpenedLink,
  body: string,
  stamp: (body: string, tag: string) => string = (same) => same
): void {
  const proof = givenProof(ctx) ?? requestOf(ctx).visitor.viewerProof;
  // A visit by HEAD is not recorded, so it earns no tag to be excused by later.
  const showing = ctx.method === 'HEAD' ? null : showingTo(ctx, link, proof);
  if (!showing) {
    ctx.body = body;
    return;
  }
  const tag = link.proofs.shown(showing, body);
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
