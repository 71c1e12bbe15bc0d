import type { Core, UID } from '@strapi/strapi';

import { DAY_MS } from '../../../../contracts/dates';
import type { ListLinksQuery } from '../../../../contracts/link-schemas';
import type { Rights } from '../../rights/rights';
import { findEntry } from '../../rights/target';
import { readableTitleTypes } from '../../rights/titles';
import { isLocalized } from '../../schema/localized';
import { getSettings } from '../../settings/service';
import { contains } from '../store/folded';
import type { Where } from '../store/link-rows';
import { stateWhere } from '../store/closed-links';
import { makerLostWhere } from '../store/lost-makers';
import { openWithoutPassword } from '../store/live-links';

export type LinkFilters = Partial<Omit<ListLinksQuery, 'page' | 'pageSize' | 'sort'>>;

/** The filter for a list: what the query asks for, limited to links that the person may see. */
export async function listWhere(
  strapi: Core.Strapi,
  query: LinkFilters,
  rights: Rights
): Promise<Where> {
  const conditions: Where[] = [];
  if (query.contentType) conditions.push({ contentType: query.contentType });
  if (query.documentId) conditions.push({ entryDocumentId: query.documentId });
  if (query.locale) conditions.push({ entryLocale: query.locale });
  if (query.sharedBy) conditions.push({ sharedById: query.sharedBy });
  const now = new Date();
  if (query.state) {
    conditions.push(await stateWhere(strapi, await getSettings(strapi), query.state));
  }
  if (query.ends) conditions.push(endsWhere(query.ends, now));
  if (query.password) conditions.push(passwordWhere(query.password, now));
  if (query.maker) conditions.push(await makerLostWhere(strapi, await getSettings(strapi)));
  if (query.opened) conditions.push(openedWhere(query.opened));
  if (query.q) {
    // A search in unreadable titles would reveal them letter by letter.
    const readable = await readableTitleTypes(strapi, rights);
    const inTitle = { ...contains('entryTitle', query.q), contentType: { $in: readable } };
    conditions.push({ $or: [contains('label', query.q), inTitle] });
  }
  if (!rights.readsAllLinks) {
    conditions.push({
      $or: [
        { contentType: { $in: rights.sharesWholeTypes } },
        ...(rights.isPerson ? [madeBy(rights)] : []),
        ...(await ofShareableEntry(strapi, query, rights)),
      ],
    });
  }
  return { $and: conditions };
}

/** Decides the same as `isMaker`, in the database. */
function madeBy({ actor, personKey }: Rights): Where {
  return {
    sharedById: actor.id,
    $or: [{ makerKey: null }, ...(personKey ? [{ makerKey: personKey }] : [])],
  };
}

const SOON_MS = 7 * DAY_MS;

function passwordWhere(password: 'set' | 'none', now: Date): Where {
  return password === 'set' ? { passwordHash: { $notNull: true } } : openWithoutPassword(now);
}

function openedWhere(opened: 'ever' | 'never'): Where {
  if (opened === 'ever') return { viewCount: { $gt: 0 } };
  return { revokedAt: null, viewCount: 0 };
}

function endsWhere(ends: 'soon' | 'never', now: Date): Where {
  if (ends === 'never') return { revokedAt: null, expiresAt: null };
  const soon = new Date(now.getTime() + SOON_MS).toISOString();
  return { revokedAt: null, expiresAt: { $gt: now.toISOString(), $lte: soon } };
}

/** People who may share an entry see all of its links, in each locale that they may share. */
async function ofShareableEntry(
  strapi: Core.Strapi,
  { contentType, documentId }: LinkFilters,
  rights: Rights
): Promise<Where[]> {
  if (!contentType || !documentId || !Object.hasOwn(strapi.contentTypes, contentType)) return [];
  const versions = (await strapi.db
    .query(contentType as UID.ContentType)
    .findMany({ select: ['locale'], where: { documentId } })) as { locale: string | null }[];
  const locales = [...new Set(versions.map(({ locale }) => locale ?? null))];

  const shareable: Where[] = [];
  for (const locale of locales) {
    const entry = await findEntry(strapi, contentType, documentId, locale, 'draft');
    if (entry && rights.sharesEntry(contentType, entry)) {
      const entryLocale = isLocalized(strapi, contentType) ? locale : null;
      shareable.push({ contentType, entryDocumentId: documentId, entryLocale });
    }
  }
  return shareable;
}

/** `createdAt:desc` → `[{ createdAt: 'desc' }, { id: 'desc' }]` */
export function orderOf(sort: string): Record<string, 'asc' | 'desc'>[] {
  const [field = 'createdAt', direction] = sort.split(':');
  return [{ [field]: direction === 'asc' ? 'asc' : 'desc' }, { id: 'desc' }];
}
