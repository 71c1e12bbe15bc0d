import { Readable } from 'node:stream';

import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import type { Context } from 'koa';

import type { Settings } from '../../../../contracts/settings';
import { isCrawlable } from '../../access/crawlable';
import type { LinkRow } from '../../links/schema';
import { unseal } from '../../links/seal';
import { singleKey } from '../../links/state';
import { linkRows } from '../../links/store';
import { linkUrl } from '../../settings/public-url';
import { getSettings } from '../../settings/service';
import { effectivePolicies, entryKey } from '../../share-policy/effective';

/** The most that a sitemap may hold. */
const MAX_ENTRIES = 50_000;

/** Links that are looked at together. */
const BATCH = 500;

/** `GET /share/sitemap.xml`: the links that search engines may have at this moment, newest first. */
export function sitemapHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const settings = await getSettings(strapi);
    ctx.type = 'application/xml; charset=utf-8';
    ctx.body = Readable.from(sitemap(strapi, settings));
  };
}

async function* sitemap(strapi: Core.Strapi, settings: Settings): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n';
  let room = MAX_ENTRIES;
  for await (const links of crawlableLinks(strapi, settings)) {
    const lines: string[] = [];
    const changes = await publishedChanges(strapi, links);
    for (const link of links) {
      const changedAt = changes.get(singleKey(link));
      const address = link.slug ?? unseal(strapi, link.tokenCipher);
      if (changedAt === undefined || !address || room === 0) continue;
      room -= 1;
      const lastmod = changedAt && `<lastmod>${escapeXml(changedAt)}</lastmod>`;
      const url = escapeXml(linkUrl(strapi, settings, address));
      lines.push(`<url><loc>${url}</loc>${lastmod}</url>\n`);
    }
    yield lines.join('');
    if (room === 0) break;
  }
  yield '</urlset>\n';
}

/** Page by page, so that no number of links fills the memory. */
async function* crawlableLinks(strapi: Core.Strapi, settings: Settings): AsyncGenerator<LinkRow[]> {
  if (settings.paused || settings.frontendUrl !== null) return;
  // The database leaves out most of those that don't count; the rules themselves stand elsewhere.
  const where = {
    allowIndexing: true,
    revokedAt: null,
    pausedAt: null,
    suspendedAt: null,
    passwordHash: null,
    maxViewers: null,
    shows: 'published',
  };
  let below: number | null = null;
  for (;;) {
    const page: LinkRow[] = await linkRows(strapi).find(
      below === null ? where : { ...where, id: { $lt: below } },
      { limit: BATCH }
    );
    const refs = page.map((link) => ({
      uid: link.contentType,
      documentId: link.entryDocumentId,
    }));
    const policies = await effectivePolicies(strapi, settings, refs);
    const now = new Date();
    yield page.filter((link, index) => {
      const policy = policies.get(entryKey(refs[index]!))?.effective ?? 'off';
      return isCrawlable(link, settings, policy, now);
    });
    const last = page.at(-1);
    if (!last || page.length < BATCH) return;
    below = last.id;
  }
}

/**
 * When the published entries of links last changed, by `singleKey`; empty where that may not be
 * told. What is not in it has nothing to show.
 */
async function publishedChanges(
  strapi: Core.Strapi,
  links: LinkRow[]
): Promise<Map<string, string>> {
  const changes = new Map<string, string>();
  for (const uid of new Set(links.map(({ contentType }) => contentType))) {
    const model = strapi.contentTypes[uid as UID.ContentType];
    if (!model) continue;
    const ids = links.filter((link) => link.contentType === uid).map((at) => at.entryDocumentId);
    const published = contentTypes.hasDraftAndPublish(model)
      ? { publishedAt: { $notNull: true } }
      : {};
    const rows = (await strapi.db.query(model.uid).findMany({
      where: { documentId: { $in: [...new Set(ids)] }, ...published },
      select: ['documentId', 'locale', 'updatedAt'],
    } as never)) as { documentId: string; locale?: string | null; updatedAt: string | null }[];
    const isPrivate = contentTypes.isPrivateAttribute(model, 'updatedAt');
    for (const { documentId, locale, updatedAt } of rows) {
      const key = singleKey({
        contentType: uid,
        entryDocumentId: documentId,
        entryLocale: locale ?? null,
      });
      changes.set(key, isPrivate || !updatedAt ? '' : new Date(updatedAt).toISOString());
    }
  }
  return changes;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);
}
