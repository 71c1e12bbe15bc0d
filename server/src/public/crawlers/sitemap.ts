import { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { Settings } from '../../../../contracts/settings';
import { crawlableLinks } from '../../access/crawlable-links';
import { publishedChanges } from '../../content/changes';
import { BUSY_SECONDS, enterWork } from '../../limits/work-places';
import { linkUrl } from '../../settings/public-url';
import { getSettings } from '../../settings/service';
import { respondPage } from '../respond';

/** The sitemap protocol allows no more URLs in one file. */
const MAX_ENTRIES = 50_000;

/** `GET /share/sitemap.xml`: the links that search engines may index now, newest first. */
export function sitemapHandler(strapi: Core.Strapi) {
  return async (ctx: Context): Promise<void> => {
    const settings = await getSettings(strapi);
    if (!(await enterWork(ctx, 'sitemap', { untilSent: true }))) {
      const retryAfter = BUSY_SECONDS.sitemap;
      return respondPage(ctx, { kind: 'limited', retryAfter, settings });
    }
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
      const changedAt = changes(link);
      if (changedAt === undefined || room === 0) continue;
      room -= 1;
      const lastmod = changedAt && `<lastmod>${escapeXml(changedAt)}</lastmod>`;
      const url = escapeXml(linkUrl(strapi, settings, link.address));
      lines.push(`<url><loc>${url}</loc>${lastmod}</url>\n`);
    }
    yield lines.join('');
    if (room === 0) break;
  }
  yield '</urlset>\n';
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
