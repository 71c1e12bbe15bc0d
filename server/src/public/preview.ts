import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../contracts/settings';
import { countRefusal } from '../access/refusal';
import { BUSY_SECONDS, enterWork } from '../limits/work-places';
import { resolvePreview } from '../preview/resolve';
import type { PreviewOutcome } from '../preview/resolve';
import { getSettings } from '../settings/service';
import type { Asked, Opened, Shut } from './open';
import { markPreview, previewIn } from './previewed';
import { requestOf } from './request';

/**
 * The other way in: what `open` is to visitors, this is to somebody of the panel who looks at a
 * link. The same code reads the same content, but nobody is admitted and nothing is recorded.
 *
 * A ticket without its proof is refused like any unknown address, and counts as one.
 */
export async function openPreview<Content, Part>(
  strapi: Core.Strapi,
  ctx: Context,
  { read, findPart, work = 'page' }: Asked<Content, Part>
): Promise<Opened<Content, Part>> {
  const settings = await getSettings(strapi);
  const resolve = () => resolvePreview(strapi, settings, previewIn(ctx));
  let found = await resolve();
  if (found.kind === 'open') {
    const entered = await enterWork(ctx, work, { client: `user ${found.userId}` });
    if (!entered) return { kind: 'limited', retryAfter: BUSY_SECONDS[work], settings };
    if (entered.hasWaited) found = await resolve();
  }
  if (found.kind !== 'open') return shutOut(strapi, ctx, settings, found);

  const { link, visitors } = found;
  const { place } = requestOf(ctx);
  const content = place && (await read(strapi, settings, link.source, place));
  const isHome = place !== null && place.locale === null && place.childId === null;
  if (!content && isHome && !findPart) {
    markPreview(ctx, { ...visitors, closed: visitors.closed ?? 'entry-gone' });
    return { kind: 'empty', settings };
  }
  markPreview(ctx, visitors);
  if (!place || !content) return { kind: 'denied', reason: 'entry-gone', link, settings };
  const part = findPart && (await findPart(link, content, settings));
  if (part === null) return { kind: 'denied', reason: 'unknown', link: null, settings };
  return { kind: 'open', link, isCrawlable: false, place, content, settings, part: part as Part };
}

/** The answer to whoever gets no preview. */
export async function shutOut(
  strapi: Core.Strapi,
  ctx: Context,
  settings: Settings,
  { kind }: Exclude<PreviewOutcome, { kind: 'open' }>
): Promise<Shut> {
  if (kind === 'ended') return { kind, settings };
  const denied = { kind: 'denied', reason: 'unknown', link: null } as const;
  const { visitor } = requestOf(ctx);
  return { ...(await countRefusal(strapi, settings, visitor, denied)), settings };
}
