import type { Context } from 'koa';

import type { Settings } from '../../../contracts/settings';
import type { DenialReason } from '../access/decide';
import { isExplained } from '../access/refusal';
import { Refused, refuse } from '../core/errors';
import { useCsp } from '../http/headers';
import {
  renderExplainedRefusal,
  renderLimitedPage,
  renderPasswordPage,
  renderRefusalPage,
} from '../page/render';
import type { PageOptions, RenderedPage } from '../page/render';
import { requestOf } from './request';
import { siteStylesheet } from './stylesheet';

/** Why a visitor is shown nothing of a link. */
export type Closed = { settings: Settings } & (
  | { kind: 'locked' }
  | { kind: 'wrong' }
  | { kind: 'denied'; reason: DenialReason }
  | { kind: 'limited'; retryAfter: number }
);

/** Tells a visitor that a link stays shut. */
export type Respond = (ctx: Context, closed: Closed) => void;

/** What all pages of the site have in common, in the visitor's language. */
export function lookOf(
  ctx: Context,
  { branding }: Settings
): Pick<PageOptions, 'branding' | 'stylesheet' | 'languages'> {
  return { branding, stylesheet: siteStylesheet(), languages: ctx.acceptsLanguages() };
}

export function sendPage(ctx: Context, status: number, page: RenderedPage): void {
  useCsp(ctx, page.csp);
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = page.html;
}

/**
 * With a page: 429; 401 with the form for the password, whose `action` is relative, so that no
 * header can point it elsewhere; 404 as for a link that never was, or, on sites that explain, 403
 * for one that is no longer active.
 */
export const respondPage: Respond = (ctx, closed) => {
  const look = lookOf(ctx, closed.settings);
  if (closed.kind === 'limited') {
    ctx.set('Retry-After', String(closed.retryAfter));
    return sendPage(ctx, 429, renderLimitedPage(closed.retryAfter, look));
  }
  if (closed.kind === 'denied') {
    return isExplained(closed.settings, closed.reason)
      ? sendPage(ctx, 403, renderExplainedRefusal(closed.reason, look))
      : sendPage(ctx, 404, renderRefusalPage(look));
  }
  const action = `${requestOf(ctx).ownPath}/unlock`;
  sendPage(ctx, 401, renderPasswordPage(action, closed.kind === 'wrong', look));
};

/** The same as JSON, thrown to become an error of Strapi's shape. */
export const respondJson = (ctx: Context, closed: Closed): never => {
  switch (closed.kind) {
    case 'limited':
      ctx.set('Retry-After', String(closed.retryAfter));
      return refuse('too-many-attempts', 'Too many attempts; try again later');
    case 'locked':
      return refuse('password-required', 'This link needs a password');
    case 'wrong':
      return refuse('wrong-password', 'That password is not right');
    case 'denied':
      if (!isExplained(closed.settings, closed.reason)) {
        refuse('link-unavailable', 'Invalid or expired public link');
      }
      throw new Refused(
        'link-unavailable',
        'Access Denied: this share link is no longer active',
        undefined,
        403
      );
  }
};

export const respondAs = { page: respondPage, json: respondJson };
