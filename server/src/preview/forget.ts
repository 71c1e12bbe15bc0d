import type { Core } from '@strapi/strapi';

import { previewRows } from './rows';

/** Deletes the rules of previews that have ended. Runs once a minute. */
export function schedulePreviewEnds(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksPreviews: {
      task: () => previewRows(strapi).forget(new Date()),
      options: { rule: '* * * * *' },
    },
  });
}
