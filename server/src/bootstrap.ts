import type { Core } from '@strapi/strapi';

import { canEncrypt } from './core/encryption';
import { proofKey } from './core/keys';
import { startLimits } from './limits/count-attempts';
import { allowWebhooks, registerAuditEvents } from './links/changes/event-registry';
import { scheduleExpiry } from './links/jobs/expiry-job';
import { checkMakers, watchMakers } from './links/jobs/maker-check';
import { moveSnapshots } from './links/jobs/move-snapshots';
import { nameRelatedTypes } from './links/jobs/name-related-types';
import { endLinksOfLostTypes, watchOrphanedLinks } from './links/jobs/orphaned-links';
import { watchSavedPasswords } from './links/jobs/saved-passwords';
import { scheduleReminders } from './reminders/schedule';
import { registerPermissions, withholdFromDefaultRoles } from './rights/permissions';
import { onSettingsSaved } from './settings/change-listeners';
import { checkConfig } from './settings/config';
import { moveOldPause } from './settings/pause';
import { visitLog } from './visits/log';
import { scheduleRetention } from './visits/retention';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  checkConfig(strapi, true);
  // Throws if the app has no keys to sign with.
  proofKey(strapi);
  await withholdFromDefaultRoles(strapi);
  await registerPermissions(strapi);
  await startLimits(strapi);
  await moveOldPause(strapi);

  allowWebhooks(strapi);
  registerAuditEvents(strapi);
  await moveSnapshots(strapi);
  await nameRelatedTypes(strapi);
  await endLinksOfLostTypes(strapi);
  watchOrphanedLinks(strapi);
  watchMakers(strapi);
  onSettingsSaved(strapi, (after, before) => {
    if (after.makerLost !== before.makerLost) checkMakers(strapi);
  });
  await watchSavedPasswords(strapi);
  scheduleExpiry(strapi);
  visitLog(strapi);
  scheduleRetention(strapi);
  scheduleReminders(strapi);

  if (isForgeable(strapi)) {
    strapi.log.warn(
      'Share Links: server.proxy trusts X-Forwarded-For, but maxIpsCount, the number of your proxies, is not set: where they append to that header, visitors can make up the address that limits and visits go by'
    );
  }
  if (!canEncrypt(strapi)) {
    strapi.log.warn(
      'Share Links: admin.secrets.encryptionKey is not set, so the address of a new link is shown only once'
    );
  }
}

/**
 * Returns true if clients can forge their IP address. Other headers contain only the address that
 * the proxy saw.
 */
function isForgeable({ config }: Core.Strapi): boolean {
  const header = config.get<string>('server.proxy.ipHeader') ?? 'X-Forwarded-For';
  return (
    Boolean(config.get('server.proxy.koa')) &&
    !config.get('server.proxy.maxIpsCount') &&
    header.toLowerCase() === 'x-forwarded-for'
  );
}
