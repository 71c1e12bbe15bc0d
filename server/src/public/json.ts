import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { PublicAnswer } from '../../../contracts/shown';
import { describePaths } from '../content/describe';
import { openContent } from '../content/open-content';
import { pause } from '../core/pause';
import { allowCompression } from '../http/compression';
import { withAddresses } from '../page/addresses';
import { sendTagged } from './etag';
import { packedFiles } from './files/packed';
import { open } from './open';
import { placePath } from './request';
import { brandingAt, respondJson } from './respond';

/**
 * `GET /api/share-links/public/:token` and below: `PublicAnswer`; 401 `password-required` when
 * locked.
 */
export function jsonHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const opened = await open(strapi, ctx, { read: openContent });
    if (opened.kind !== 'open') return respondJson(ctx, opened);
    const { link, content, settings } = opened;
    await pause();
    const at = placePath(ctx, link);
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
