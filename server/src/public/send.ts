import type { Context } from 'koa';

import type { Settings } from '../../../contracts/settings';
import { useCsp } from '../http/headers';
import type { PageOptions, RenderedPage } from '../page/render';
import { siteStylesheet } from './stylesheet';

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
