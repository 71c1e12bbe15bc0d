import type { Core } from '@strapi/strapi';

import { releaseTables } from './core/kept-tables';
import { deleteRights } from './rights/kept-rights';
import { MIGRATION } from './links/store/migrate-names';
import { ownTables } from './own-tables';
import { deleteStored } from './settings/storage';

/**
 * Deletes everything that the site made with the plugin, for the option `uninstall`. Strapi drops
 * the empty tables at the first start without the plugin.
 */
export async function deleteEverything(strapi: Core.Strapi): Promise<void> {
  const tables = ownTables(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    for (const table of tables) await trx(table).del();
    await trx('strapi_migrations_internal').where({ name: MIGRATION }).del();
    await deleteRights(strapi);
    await deleteStored(strapi);
    await releaseTables(strapi, tables);
  });
  strapi.log.warn(
    'Share Links: "uninstall" is set, so all links, policies, visits, settings and rights are deleted. Remove the plugin from the app now'
  );
}
