import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { decrypt } from '../core/encryption';
import { linkRows } from '../links/store/link-rows';
import type { LinkRow } from '../links/store/link-schema';
import { goneMakers } from '../rights/gone-makers';
import { effectivePolicies, entryKey } from '../share-policy/effective';
import { isCrawlable } from './crawlable';

/** A link that search engines may index, with the address that they get. */
export interface CrawlableLink {
  /** Slug or token. */
  address: string;
  contentType: string;
  entryDocumentId: string;
  entryLocale: string | null;
}

/** The number of links in one batch. */
const BATCH = 500;

/**
 * Yields the links that search engines may index, newest first. It reads them in batches, so that
 * even very many links do not fill the memory.
 */
export async function* crawlableLinks(
  strapi: Core.Strapi,
  settings: Settings
): AsyncGenerator<CrawlableLink[]> {
  if (settings.paused || settings.frontendUrl !== null) return;
  // This query only filters out most other links. `isCrawlable` decides.
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
    const [policies, isGone] = await Promise.all([
      effectivePolicies(strapi, settings, refs),
      goneMakers(strapi, settings, page),
    ]);
    const now = new Date();
    const open = page.filter((link, index) => {
      if (isGone(link)) return false;
      const policy = policies.get(entryKey(refs[index]!))?.effective ?? 'off';
      return isCrawlable(link, settings, policy, now);
    });
    yield open.flatMap((link) => {
      const address = link.slug ?? decrypt(strapi, link.tokenCipher);
      const { contentType, entryDocumentId, entryLocale } = link;
      return address ? [{ address, contentType, entryDocumentId, entryLocale }] : [];
    });
    const last = page.at(-1);
    if (!last || page.length < BATCH) return;
    below = last.id;
  }
}
