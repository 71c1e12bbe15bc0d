import type { Core } from '@strapi/strapi';

import { placesOf } from '../store/places';

/** Deletes the networks of visitors whose places can't pass on any more. Runs once a minute. */
export function scheduleForgetting(strapi: Core.Strapi): void {
  strapi.cron.add({
    shareLinksNetworks: {
      task: () => placesOf(strapi).forgetNetworks(new Date()),
      options: { rule: '* * * * *' },
    },
  });
}
