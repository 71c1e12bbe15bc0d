import type { Core } from '@strapi/strapi';

import { PLUGIN_ID } from '../../contracts/permissions';
import { DAY_TABLE, VISIT_TABLE } from './visits/models';

/** The plugin's content types, by the names that `index.ts` gives them. */
const OWN_TYPES = ['link', 'slug', 'event', 'snapshot', 'policy', 'count', 'place', 'preview'];

export const ownTypes = OWN_TYPES.map((name) => `plugin::${PLUGIN_ID}.${name}`);

/** Every table of the plugin. */
export function ownTables(strapi: Core.Strapi): string[] {
  const ofTypes = ownTypes.map((uid) => strapi.db.metadata.get(uid).tableName);
  return [...ofTypes, VISIT_TABLE, DAY_TABLE];
}
