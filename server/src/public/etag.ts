import type { Context } from 'koa';

import type { OpenedLink } from '../access/opened-link';
import type { Showing } from '../access/proofs';
import { givenProof } from '../access/visitor';
import { dayOf } from '../core/dates';
import { segmentsOf } from '../page/page-address';
import { requestOf } from './request';

/** The tag that the browser keeps from an earlier answer. Proxies that compress mark it as weak. */
function knownTag(ctx: Context): string | null {
  return /^(?:W\/)?"([\w.-]{1,200})"$/.exec(ctx.get('If-None-Match'))?.[1] ?? null;
}

/**
 * Returns true if a page that refreshes itself asks for news, and its viewer has opened it today.
 * Such a request is not a new visit. Every other request is a visit, even for unchanged content on
 * links that do not refresh; otherwise somebody who opened a link once could read it unseen
 * forever.
 */
export function isRefresh(ctx: Context, link: OpenedLink): boolean {
  if (link.rules.refreshSeconds === null) return false;
  const showing = showingTo(ctx, link, requestOf(ctx).visitor.viewerProof);
  return showing !== null && link.proofs.hasShown(showing, knownTag(ctx));
}

/** Returns null if the request has no proof of a viewer of this link, such as a robot's. */
function showingTo(ctx: Context, link: OpenedLink, viewerProof: string | null): Showing | null {
  const viewer = link.proofs.readViewer(viewerProof);
  return viewer && { viewerId: viewer.id, day: dayOf(new Date()), at: pageOf(ctx) };
}

/** The page of the link that a request asks for, and its form: page or JSON. */
function pageOf(ctx: Context): string {
  const { place, answers } = requestOf(ctx);
  return [answers, ...(place ? segmentsOf(place) : [])].join('/');
}

/**
 * Sends the body with its tag, or 304 if the visitor already has this body. `stamp` can also write
 * the tag into the body.
 */
export function sendTagged(
  ctx: Context,
  link: OpenedLink,
  body: string,
  stamp: (body: string, tag: string) => string = (same) => same
): void {
  const proof = givenProof(ctx) ?? requestOf(ctx).visitor.viewerProof;
  // A HEAD request is not recorded as a visit, so it gets no tag: a tag would excuse a later visit.
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

/** Writes the tag into the page for its script: a script can't read the headers of its own page. */
export function stampPage(html: string, tag: string): string {
  const place = /(<[a-z]+\b[^<>]*\sdata-island="refresh"[^<>]*\sdata-tag=")"/;
  return html.replace(place, `$1${tag}"`);
}
