import type { Core } from '@strapi/strapi';

import { stopLimits } from './limits/count-attempts';
import { stopWatchingMakers } from './links/jobs/maker-check';
import { stopWatchingRights } from './rights/kept-rights';
import { visitLog } from './visits/log';

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await stopWatchingMakers(strapi);
  await stopWatchingRights(strapi);
  await visitLog(strapi).stop();
  stopLimits(strapi);
}
