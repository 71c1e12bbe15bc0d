import type { Core } from '@strapi/strapi';

import type { ListLinksQuery } from '../../../contracts/link-schemas';
import type { Rights } from './rights';
import type { Where } from './store';
import { findEntry } from './target';

/** The links a list holds: what the query asks for among those that the person may see. */
export async function listWhere(
  strapi: Core.Strapi,
  query: ListLinksQuery,
  rights: Rights
): Promise<Where> {
  const conditions: Where[] = [];
  if (query.contentType) conditions.push({ contentType: query.contentType });
  if (query.documentId) conditions.push({ entryDocumentId: query.documentId });
  if (query.locale) conditions.push({ entryLocale: query.locale });
  if (query.sharedBy) conditions.push({ sharedById: query.sharedBy });
  if (query.state) conditions.push(stateWhere(query.state));
  if (query.q) {
    conditions.push({
      $or: [{ label: { $containsi: query.q } }, { entryTitle: { $containsi: query.q } }],
    });
  }
  if (!(await seesAll(strapi, query, rights))) {
    conditions.push({
      $or: [{ contentType: { $in: rights.sharesWholeTypes } }, { sharedById: rights.actor.id }],
    });
  }
  return { $and: conditions };
}

function stateWhere(state: 'active' | 'revoked'): Where {
  return state === 'revoked' ? { revokedAt: { $notNull: true } } : { revokedAt: null };
}

/** Those who may share an entry see all of its links, whoever made them. */
async function seesAll(
  strapi: Core.Strapi,
  { contentType, documentId, locale }: ListLinksQuery,
  rights: Rights
): Promise<boolean> {
  if (rights.readsAllLinks) return true;
  if (!contentType || !documentId) return false;
  const entry = await findEntry(strapi, contentType, documentId, locale ?? null, 'draft');
  return entry !== null && rights.sharesEntry(contentType, entry);
}

/** `createdAt:desc` → `[{ createdAt: 'desc' }, { id: 'desc' }]` */
export function orderOf(sort: string): Record<string, 'asc' | 'desc'>[] {
  const [field = 'createdAt', direction] = sort.split(':');
  return [{ [field]: direction === 'asc' ? 'asc' : 'desc' }, { id: 'desc' }];
}
