import type { Core } from '@strapi/strapi';

import { sendDueMails } from './due-mails';

const running = new WeakSet<Core.Strapi>();

/**
 * Runs every 15 minutes. A new run is skipped while a slow mail server still holds the last one.
 */
export function scheduleReminders(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksReminders: {
      task: async () => {
        if (running.has(strapi)) return;
        running.add(strapi);
        try {
          await sendDueMails(strapi);
        } catch (error) {
          strapi.log.error(
            `Reminders were not sent, in a quarter of an hour again: ${String(error)}`
          );
        } finally {
          running.delete(strapi);
        }
      },
      options: { rule: '*/15 * * * *' },
    },
  });
}
