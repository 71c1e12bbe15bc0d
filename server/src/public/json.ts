import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../../../contracts/permissions';
import type { PublicAnswer } from '../../../contracts/shown';
import { describePaths } from '../content/describe';
import { openContent } from '../content/open-content';
import { pause } from '../core/pause';
import { allowCompression } from '../http/compression';
import { ownAddress } from '../http/own-address';
import { withAddresses } from '../page/addresses';
import { segmentsOf } from '../page/page-address';
import { sendTagged } from './etag';
import { packedFiles } from './files/packed';
import { open } from './open';
import { requestOf } from './request';
import { brandingAt, respondJson } from './respond';

/**
 * `GET /api/share-links/public/:token` and below: `PublicAnswer`; 401 `password-required` when
 * locked.
 */
export function jsonHandler(strapi: Core.Strapi) {
  const api = `${strapi.config.get('api.rest.prefix', '/api')}/${PLUGIN_ID}/public`;

  return async (ctx: Context): Promise<void> => {
    const opened = await open(strapi, ctx, { read: openContent });
    if (opened.kind !== 'open') return respondJson(ctx, opened);
    const { link, content, place, settings } = opened;
    await pause();
    const own = [api, String(requestOf(ctx).address), ...segmentsOf(place)].join('/');
    const at = ownAddress(ctx, own);
    const answer = {
      data: withAddresses(content.entry, at),
      meta: {
        ...content.around,
        schema: await describePaths(strapi, settings, content.uid, content.paths),
        refreshSeconds: link.rules.refreshSeconds,
        allowDownload: link.rules.allowDownload,
        zip: packedFiles(strapi, link.rules, content.entry) && `${at}/files.zip`,
        isGuarded: link.isGuarded,
        branding: brandingAt(ctx, settings.branding),
        expiresAt: link.expiresAt,
      },
    } satisfies PublicAnswer;
    ctx.type = 'json';
    allowCompression(ctx);
    sendTagged(ctx, link, JSON.stringify(answer));
  };
}
