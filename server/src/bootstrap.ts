import type { Core } from '@strapi/strapi';

import { canEncrypt } from './core/encryption';
import { keepTables } from './core/kept-tables';
import { proofKey } from './core/keys';
import { conflictsOf, refuseHiddenRoutes } from './http/conflicts';
import { startLimits } from './limits/count-attempts';
import { allowWebhooks, registerAuditEvents } from './links/changes/event-registry';
import { scheduleExpiry } from './links/jobs/expiry-job';
import { scheduleForgetting } from './links/jobs/forget-networks';
import { checkMakers, watchMakers } from './links/jobs/maker-check';
import { foldTexts } from './links/jobs/fold-texts';
import { matchLocales } from './links/jobs/match-locales';
import { matchMakers } from './links/jobs/match-makers';
import { moveSnapshots } from './links/jobs/move-snapshots';
import { nameRelatedTypes } from './links/jobs/name-related-types';
import { endOrphanedLinks, watchOrphanedLinks } from './links/jobs/orphaned-links';
import { watchSavedPasswords } from './links/jobs/saved-passwords';
import { storeShapes } from './links/jobs/store-shapes';
import { awaitsFirstVisit } from './links/store/live-links';
import { schedulePreviewEnds } from './preview/forget';
import { scheduleReminders } from './reminders/schedule';
import { restoreRights, watchRights } from './rights/kept-rights';
import { registerPermissions, withholdFromDefaultRoles } from './rights/permissions';
import { ownTables } from './own-tables';
import { watchLocales } from './schema/localized';
import { onSettingsSaved } from './settings/change-listeners';
import { checkConfig } from './settings/config';
import { moveOldPause } from './settings/pause';
import { pluginConfig } from './settings/service';
import { deleteEverything } from './uninstall';
import { siteStatus } from './settings/status/facts';
import type { StatusSources } from './settings/status/facts';
import { statusLine } from './settings/status/lines';
import { visitLog } from './visits/log';
import { scheduleRetention } from './visits/retention';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  checkConfig(strapi, true);
  refuseHiddenRoutes(strapi);
  // Throws if the app has no keys to sign with.
  proofKey(strapi);
  await withholdFromDefaultRoles(strapi);
  await registerPermissions(strapi);
  if (pluginConfig(strapi).uninstall) {
    await startLimits(strapi);
    return deleteEverything(strapi);
  }
  await restoreRights(strapi);
  watchRights(strapi);
  await keepTables(strapi, ownTables(strapi));
  await startLimits(strapi);
  await moveOldPause(strapi);

  allowWebhooks(strapi);
  registerAuditEvents(strapi);
  await moveSnapshots(strapi);
  await nameRelatedTypes(strapi);
  await storeShapes(strapi);
  await tryAtStart(strapi, foldTexts);
  await tryAtStart(strapi, matchLocales);
  await tryAtStart(strapi, endOrphanedLinks);
  watchOrphanedLinks(strapi);
  await watchLocales(strapi);
  await matchMakers(strapi);
  watchMakers(strapi);
  onSettingsSaved(strapi, (after, before) => {
    if (after.makerLost !== before.makerLost) checkMakers(strapi);
  });
  await watchSavedPasswords(strapi);
  scheduleExpiry(strapi);
  scheduleForgetting(strapi);
  schedulePreviewEnds(strapi);
  visitLog(strapi);
  scheduleRetention(strapi);
  scheduleReminders(strapi);

  for (const status of await siteStatus(strapi, statusSources(strapi))) {
    strapi.log[status.level === 'error' ? 'error' : 'warn'](statusLine(status));
  }
}

/** Links are checked when they are opened, too, so a job that fails need not stop the start. */
async function tryAtStart(
  strapi: Core.Strapi,
  job: (strapi: Core.Strapi) => Promise<void>
): Promise<void> {
  try {
    await job(strapi);
  } catch (error) {
    strapi.log.error(`Share Links: a check of links failed at the start: ${String(error)}`);
  }
}

/** Where the checks of the site get what the settings do not know. */
export function statusSources(strapi: Core.Strapi): StatusSources {
  return {
    conflicts: () => conflictsOf(strapi),
    awaitsFirstVisit: () => awaitsFirstVisit(strapi),
    hasEncryptionKey: () => canEncrypt(strapi),
  };
}
