import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { openContent } from '../content/open-content';
import { refuseOtherSites } from '../http/other-sites';
import { noteEntry } from './entering';
import { open } from './open';
import { placePath } from './request';
import { respondPage, sendTo } from './respond';

/**
 * `POST /share/:token/open` and below pages: a person has pressed the button. Takes a place of the
 * link and redirects to the page. A machine that only reads pages never comes here.
 */
export function openingHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    refuseOtherSites(ctx);
    const opened = await open(strapi, ctx, { read: openContent });
    if (opened.kind !== 'open') return respondPage(ctx, opened);
    noteEntry(strapi, ctx, opened.link);
    sendTo(ctx, placePath(ctx, opened.link));
  };
}
