import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';

/**
 * Finds types and components of the site that have a table of the plugin. Strapi would stop as well,
 * but name only the table.
 *
 * @param tables tables of the plugin that belong to no content type
 * @throws Error, which stops the boot, with one line for each of them
 */
export function refuseTakenTables(strapi: Core.Strapi, tables: string[]): void {
  const isOwn = (uid: string) => uid.startsWith(`plugin::${PLUGIN_ID}.`);
  const types = Object.values(strapi.contentTypes);
  const own = types.filter(({ uid }) => isOwn(uid)).map(({ collectionName }) => collectionName);
  const taken = new Set([...own, ...tables]);
  const lines = [...types, ...Object.values(strapi.components)]
    .filter(({ uid, collectionName }) => !isOwn(uid) && taken.has(collectionName))
    .map(
      ({ uid, modelType, collectionName }) =>
        `Share Links: the ${modelType === 'component' ? 'component' : 'content type'} ${uid} has the table ${collectionName}, which belongs to the plugin; set another collectionName in its schema, and rename the table if it has entries`
    );
  if (lines.length > 0) throw new Error(lines.join('\n'));
}
