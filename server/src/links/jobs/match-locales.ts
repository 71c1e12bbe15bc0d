import type { Core, UID } from '@strapi/strapi';

import { isUniqueViolation } from '../../core/database-errors';
import { defaultLocale, isLocalized } from '../../schema/localized';
import { singleKey } from '../rules/state';
import { linkRows } from '../store/link-rows';
import type { Where } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { linkedTypes, liveBatches } from '../store/live-links';
import { recordEvent } from '../store/timeline';
import { endLinks } from './orphaned-links';

const STRAPI = { id: null, name: 'Strapi' };

/**
 * Matches links to a type that got or lost its languages, as Strapi matches the entries: they all
 * become entries of the default language; and of a type without languages, only these stay. Runs at
 * each start, since a change of a schema restarts the app.
 */
export async function matchLocales(strapi: Core.Strapi): Promise<void> {
  const locale = await defaultLocale(strapi);
  if (locale === null) return;
  for (const uid of await linkedTypes(strapi)) {
    if (isLocalized(strapi, uid)) await setLocale(strapi, uid, { entryLocale: null }, locale);
    else {
      await setLocale(strapi, uid, { entryLocale: locale }, null);
      await endOthers(strapi, uid);
    }
  }
}

async function setLocale(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  where: Where,
  entryLocale: string | null
): Promise<void> {
  for await (const links of liveBatches(strapi, { contentType: uid, ...where })) {
    for (const link of links) await setLinkLocale(strapi, link, entryLocale);
  }
}

async function setLinkLocale(
  strapi: Core.Strapi,
  link: LinkRow,
  entryLocale: string | null
): Promise<void> {
  const after = { ...link, entryLocale };
  const change = async (key: string | null) => {
    await strapi.db.transaction(async () => {
      const data = { entryLocale, singleKey: key, ...(entryLocale ? {} : { extraLocales: [] }) };
      const { id } = link;
      const changed = await linkRows(strapi).changeIf({ id, revokedAt: null }, data, link);
      const told = { field: 'locale', from: link.entryLocale, to: entryLocale };
      if (changed) await recordEvent(strapi, link, 'update', STRAPI, [told]);
    });
  };
  try {
    await change(link.singleKey && singleKey(after));
  } catch (error) {
    // Another link already has the only place of this entry.
    if (!isUniqueViolation(error)) throw error;
    await change(null);
  }
}

async function endOthers(strapi: Core.Strapi, uid: UID.ContentType): Promise<void> {
  const where = { contentType: uid, entryLocale: { $notNull: true } };
  for await (const links of liveBatches(strapi, where)) {
    await endLinks(strapi, links, 'locale-deleted');
  }
}
