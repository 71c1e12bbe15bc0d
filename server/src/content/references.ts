import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { Settings } from '../../../contracts/settings';
import type { ShownReference } from '../../../contracts/shown';
import { adminName } from '../links/rights';
import { titleField } from './labels';
import { USER_TYPES, showableAttributes } from './paths';

/** Related entries shown for one attribute; a list longer than this is cut. */
const MAX_REFERENCES = 200;

/** How to read the entries of one relation, or null when none of them may be shown. */
export async function referenceQuery(
  strapi: Core.Strapi,
  settings: Settings,
  target: string,
  shows: 'draft' | 'published'
): Promise<Record<string, unknown> | null> {
  if (target === 'admin::user') return { fields: ['firstname', 'lastname', 'username'] };
  if (USER_TYPES.includes(target)) return { fields: ['username'] };

  const model = strapi.contentTypes[target as UID.ContentType];
  const title = await referenceTitleField(strapi, settings, target);
  if (!model || !title) return null;
  return contentTypes.hasDraftAndPublish(model)
    ? { fields: [title], filters: { publishedAt: { [isPublished(shows)]: true } } }
    : { fields: [title] };
}

function isPublished(shows: 'draft' | 'published'): '$notNull' | '$null' {
  return shows === 'published' ? '$notNull' : '$null';
}

/** The attribute that names a related entry; null for types that may not be shared. */
async function referenceTitleField(
  strapi: Core.Strapi,
  settings: Settings,
  target: string
): Promise<string | null> {
  const model = strapi.contentTypes[target as UID.ContentType];
  if (!model || !settings.contentTypes[target]?.enabled) return null;
  const title = await titleField(strapi, target);
  return showableAttributes(model).some(([name]) => name === title) ? title : null;
}

/** Related entries by their titles, users by a display name. */
export async function showReferences(
  strapi: Core.Strapi,
  target: string,
  value: unknown
): Promise<ShownReference[]> {
  const related = (Array.isArray(value) ? value : value ? [value] : []) as Record<
    string,
    unknown
  >[];
  const title = USER_TYPES.includes(target) ? null : await titleField(strapi, target);

  return related
    .slice(0, MAX_REFERENCES)
    .map((entry) => ({ title: title ? String(entry[title] ?? '') : adminName(entry) }))
    .filter((reference) => reference.title !== '');
}
