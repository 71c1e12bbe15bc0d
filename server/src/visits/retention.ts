import type { Core } from '@strapi/strapi';

import { DAY_MS } from '../../../contracts/dates';
import { getSettings } from '../settings/service';
import { visitRows } from './rows';

/**
 * Deletes visits that are older than the site keeps them. The counts per day stay: they contain no
 * personal data. Several nodes can run it at once, because each finds only rows that are left.
 */
async function deleteOldVisits(strapi: Core.Strapi, now = new Date()): Promise<number> {
  const { retentionDays } = (await getSettings(strapi)).visits;
  if (retentionDays === null) return 0;
  const { deleteBefore } = visitRows(strapi);
  const limit = new Date(now.getTime() - retentionDays * DAY_MS);
  let deleted = 0;
  for (;;) {
    const count = await deleteBefore(limit);
    if (count === 0) return deleted;
    deleted += count;
  }
}

/** Runs once an hour, so that a server that sleeps at night misses no day. */
export function scheduleRetention(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksOldVisits: {
      task: async () => {
        try {
          await deleteOldVisits(strapi);
        } catch (error) {
          strapi.log.error(`Old visits were not deleted, an hour from now again: ${String(error)}`);
        }
      },
      options: { rule: '17 * * * *' },
    },
  });
}
