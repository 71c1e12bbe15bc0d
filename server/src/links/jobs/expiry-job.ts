import type { Core } from '@strapi/strapi';

import { emitLinkEvent } from '../changes/events';
import { linkRows } from '../store/link-rows';

const BATCH = 200;

/**
 * Announces links that have expired. They are closed without this job; listeners need it. Several
 * nodes can run it: only the first to mark a row announces it.
 */
export async function announceExpired(strapi: Core.Strapi): Promise<void> {
  const rows = linkRows(strapi);
  const now = new Date().toISOString();
  const ended = await rows.find(
    { revokedAt: null, expiresAt: { $lte: now }, expiryAnnouncedAt: null },
    { limit: BATCH }
  );
  for (const link of ended) {
    const where = { id: link.id, expiryAnnouncedAt: null, expiresAt: { $lte: now } };
    if (await rows.changeIf(where, { expiryAnnouncedAt: now }, link)) {
      await emitLinkEvent(strapi, 'share-link.expire', link);
    }
  }
}

/** Runs once a minute. */
export function scheduleExpiry(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksExpired: {
      task: () => announceExpired(strapi),
      options: { rule: '* * * * *' },
    },
  });
}
