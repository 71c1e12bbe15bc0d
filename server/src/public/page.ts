import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../contracts/settings';
import type { OpenedLink } from '../access/opened-link';
import { countRefusal } from '../access/refusal';
import { openContent } from '../content/open-content';
import { pause } from '../core/pause';
import { allowCompression } from '../http/compression';
import { allowRobots } from '../http/headers';
import { ownAddress } from '../http/own-address';
import { BUSY_SECONDS, enterWork } from '../limits/work-places';
import { renderStubPage } from '../page/render';
import { linkUrl } from '../settings/public-url';
import { pluginConfig } from '../settings/service';
import { pageScript } from './assets';
import { askToConfirm } from './confirm';
import { sendTagged, stampPage } from './etag';
import { fileHosts } from './files/hosts';
import { isLocalProvider } from './files/stored';
import { open } from './open';
import { renderOpened } from './render-opened';
import { renderersOf } from './renderers';
import { linkPath, requestOf } from './request';
import { lookOf, respondPage, sendPage } from './respond';

/** `GET /share/:token` and below: the page, the password form with 401, or a refusal. */
export function pageHandler(strapi: Core.Strapi) {
  const { prefix } = pluginConfig(strapi);

  return async (ctx: Context): Promise<void> => {
    const opened = await open(strapi, ctx, { read: openContent });
    if (opened.kind === 'denied' && opened.reason === 'robot') {
      return stubPage(strapi, ctx, opened.link, opened.settings);
    }
    if (opened.kind !== 'open') return respondPage(ctx, opened);
    const { content, place, link, settings, isCrawlable, isProvisional } = opened;
    const { allowDownload, refreshSeconds } = link.rules;
    const page = await renderOpened({
      content,
      crawledAt: isCrawlable ? linkUrl(strapi, settings, link.address) : null,
      options: {
        ...lookOf(ctx, settings),
        place,
        base: linkPath(ctx, link),
        allowDownload,
        canPack: isLocalProvider(strapi),
        fileHosts: fileHosts(strapi),
        refreshSeconds,
        audience: link.audience,
        renderers: renderersOf(strapi),
        script: pageScript(ownAddress(ctx, prefix)),
      },
    });
    await pause();
    if (isCrawlable) allowRobots(ctx);
    allowCompression(ctx);
    const { html } = sendPage(ctx, 200, page, link);
    sendTagged(ctx, link, html, (body, tag) => {
      const stamped = stampPage(body, tag);
      return isProvisional ? askToConfirm(stamped, ctx, link) : stamped;
    });
  };
}

/** Answers a robot. It learns no more than a person: a link that shows nothing refuses both. */
async function stubPage(
  strapi: Core.Strapi,
  ctx: Context,
  link: OpenedLink | null,
  settings: Settings
): Promise<void> {
  if (!(await enterWork(ctx, 'page'))) {
    return respondPage(ctx, { kind: 'limited', retryAfter: BUSY_SECONDS.page, settings });
  }
  const { place, visitor } = requestOf(ctx);
  const showsSomething = async ({ source }: OpenedLink) =>
    place !== null && (await openContent(strapi, settings, source, place)) !== null;
  const isThere = link !== null && (link.rules.hasPassword || (await showsSomething(link)));
  if (isThere) {
    sendPage(ctx, 200, renderStubPage(lookOf(ctx, settings)));
    return;
  }
  const denied = { kind: 'denied', reason: 'entry-gone', link } as const;
  respondPage(ctx, { ...(await countRefusal(strapi, settings, visitor, denied)), settings });
}
