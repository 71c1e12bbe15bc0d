import { randomBytes } from 'node:crypto';

import type { Context } from 'koa';

import type { RefusalReason } from '../../../contracts/errors';
import type { Branding, Settings } from '../../../contracts/settings';
import type { DenialReason } from '../access/decide';
import type { OpenedLink } from '../access/opened-link';
import { explanationOf } from '../access/refusal';
import { Refused, refuse } from '../core/errors';
import { useCsp } from '../http/headers';
import { ownAddress, respelled } from '../http/own-address';
import { withPreviewBar } from '../page/preview/bar';
import {
  renderAskingPage,
  renderExplainedRefusal,
  renderLimitedPage,
  renderPasswordPage,
  renderPreviewNote,
  renderRefusalPage,
} from '../page/render';
import type { PageOptions, RenderedPage } from '../page/render';
import { previewOf } from './previewed';
import { linkPath, placePath } from './request';
import { siteStylesheet } from './stylesheet';

/** Why a visitor sees nothing of a link. */
export type Closed = { settings: Settings } & (
  | { kind: 'locked' | 'wrong'; link: OpenedLink }
  /** Only a person may open it, with a button. */
  | { kind: 'asking'; link: OpenedLink }
  /** The page has another address. */
  | { kind: 'moved'; link: OpenedLink }
  | { kind: 'denied'; reason: DenialReason; link?: OpenedLink | null }
  | { kind: 'limited'; retryAfter: number }
  | { kind: 'ended' }
  | { kind: 'empty' }
);

/** Answers a visitor of a link that does not open. */
export type Respond = (ctx: Context, closed: Closed) => void;

/** The options that all pages of the site share, in the visitor's language. */
export function lookOf(
  ctx: Context,
  { branding }: Settings
): Pick<PageOptions, 'branding' | 'stylesheet' | 'languages'> {
  return {
    branding: brandingAt(ctx, branding),
    stylesheet: siteStylesheet(),
    languages: ctx.acceptsLanguages(),
  };
}

/** The logo may be a path of this site. Some sites have written it with their base path. */
export function brandingAt(ctx: Context, branding: Branding): Branding {
  const { logo } = branding;
  if (!logo?.startsWith('/') || logo.startsWith(ownAddress(ctx, '/'))) return branding;
  return { ...branding, logo: ownAddress(ctx, logo) };
}

/**
 * Sends a page, in a preview under its bar. Returns what is sent.
 *
 * @param link the link that the page shows; its rules say who may frame it
 */
export function sendPage(
  ctx: Context,
  status: number,
  page: RenderedPage,
  link: OpenedLink | null = null
): RenderedPage {
  const preview = previewOf(ctx);
  const sent = preview ? withPreviewBar(page, preview, ctx.acceptsLanguages()) : page;
  useCsp(ctx, sent.csp, link?.rules.frameOrigins ?? []);
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = sent.html;
  return sent;
}

/**
 * Answers with a page: 429; 303 to the link's own address; 200 with a button; 401 with the password
 * form, whose `action` is relative, so that no header can point it elsewhere; or 404 as for an
 * unknown link. Sites that explain refusals answer 403 for a link that there is, and why it does not
 * open.
 */
export const respondPage: Respond = (ctx, closed) => {
  const look = lookOf(ctx, closed.settings);
  if (closed.kind === 'limited') {
    ctx.set('Retry-After', String(closed.retryAfter));
    sendPage(ctx, 429, renderLimitedPage(closed.retryAfter, look));
    return;
  }
  if (closed.kind === 'ended' || closed.kind === 'empty') {
    sendPage(ctx, closed.kind === 'ended' ? 404 : 200, renderPreviewNote(closed.kind, look));
    return;
  }
  if (closed.kind === 'denied') {
    const explanation = explanationOf(closed.settings, closed);
    if (explanation) sendPage(ctx, 403, renderExplainedRefusal(explanation, look));
    else sendPage(ctx, 404, renderRefusalPage(look));
    return;
  }
  const { kind, link } = closed;
  if (kind === 'moved') return sendTo(ctx, respelled(ctx, placePath(ctx, link)));
  if (kind === 'asking') {
    sendPage(ctx, 200, renderAskingPage(placePath(ctx, link), look), link);
    return;
  }
  const form = {
    address: linkPath(ctx, link),
    attempt: randomBytes(9).toString('base64url'),
    isWrong: kind === 'wrong',
    isInFrame: link.rules.frameOrigins.length > 0 && isInFrame(ctx),
  };
  sendPage(ctx, 401, renderPasswordPage(form, look), link);
};

/** Sends a browser to another address, with GET. */
export function sendTo(ctx: Context, address: string): void {
  ctx.redirect(address);
  ctx.status = 303;
}

/**
 * Returns true if another site shows the page in a frame. After the password form has been sent,
 * the request comes from the frame itself. Frames of the same site keep their cookies.
 */
function isInFrame(ctx: Context): boolean {
  return ctx.get('Sec-Fetch-Dest') === 'iframe' && ctx.get('Sec-Fetch-Site') !== 'same-site';
}

/** Answers the same as JSON: it throws an error that Strapi sends in its own shape. */
export const respondJson = (ctx: Context, closed: Closed): never => {
  switch (closed.kind) {
    case 'limited':
      ctx.set('Retry-After', String(closed.retryAfter));
      return refuse('too-many-attempts', 'Too many attempts; try again later');
    case 'locked':
      return refuse('password-required', 'This link needs a password');
    case 'wrong':
      return refuse('wrong-password', 'That password is not right');
    // Only pages ask a person, and only they move.
    case 'asking':
    case 'moved':
    // No preview answers as JSON.
    case 'ended':
    case 'empty':
      return refuse('link-unavailable', 'Invalid or expired public link');
    case 'denied':
      return refuseLink(closed);
  }
};

const ENDED = 'Access Denied: this share link is no longer active';

/** What programs read of a link that may open again. */
const MAY_OPEN_AGAIN: Partial<Record<RefusalReason, string>> = {
  scheduled: 'Access Denied: this share link is not open yet',
  paused: 'Access Denied: this share link is paused by its owner',
  'site-paused': 'Access Denied: all share links of this site are paused',
  suspended: 'Access Denied: this share link is closed at the moment',
};

function refuseLink(closed: Extract<Closed, { kind: 'denied' }>): never {
  const explanation = explanationOf(closed.settings, closed);
  if (!explanation) return refuse('link-unavailable', 'Invalid or expired public link');
  const { reason, opensAt } = explanation;
  const error = new Refused('link-unavailable', MAY_OPEN_AGAIN[reason] ?? ENDED, undefined, 403);
  Object.assign(error.details, { reason, ...(opensAt === null ? {} : { opensAt }) });
  throw error;
}

export const respondAs = { page: respondPage, json: respondJson };
