import type { Core } from '@strapi/strapi';

import { stopLimits } from './access/limits/limits';
import { stopWatchingMakers } from './links/makers';
import { visitLog } from './visits/log';

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await stopWatchingMakers(strapi);
  await visitLog(strapi).stop();
  stopLimits(strapi);
}
