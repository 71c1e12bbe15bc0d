import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { EntryPolicy } from '../../../contracts/entries';
import type { Settings } from '../../../contracts/settings';
import { POLICY_UID } from './schema';
import type { PolicyRow } from './schema';

/** An entry in all its languages. */
export interface EntryRef {
  uid: string;
  documentId: string;
}

export type Effective = Pick<EntryPolicy, 'own' | 'effective' | 'from'> & {
  /** The entry above that decides; null unless `from` is `parent`. */
  parent: EntryRef | null;
};

/** No tree of pages is deeper; entries that are each other's parent would go on for ever. */
const MAX_HEIGHT = 12;

const NO_POLICIES = new Map<string, PolicyRow['level']>();

export function entryKey({ uid, documentId }: EntryRef): string {
  return `${uid} ${documentId}`;
}

/**
 * What holds for each of the entries: its own share policy, else that of the nearest entry above
 * that has one, else that of its type. One query, and two for each level of entries above.
 * Without `withOwn`, what would hold if they had none themselves.
 */
export async function effectivePolicies(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[],
  { withOwn = true } = {}
): Promise<Map<string, Effective>> {
  const decided = new Map<string, Effective>();
  const own = new Map<string, PolicyRow['level']>();
  // From each entry asked for to the one above it that is looked at next.
  let open = new Map(refs.map((ref) => [entryKey(ref), ref]));

  for (let height = 0; open.size > 0 && height < MAX_HEIGHT; height += 1) {
    const isCounted = withOwn || height > 0;
    const policies = isCounted ? await policiesOf(strapi, [...open.values()]) : NO_POLICIES;
    const waiting = new Map<string, EntryRef>();
    for (const [asked, at] of open) {
      const level = policies.get(entryKey(at));
      if (height === 0 && level) own.set(asked, level);
      if (!level) waiting.set(asked, at);
      else {
        decided.set(asked, {
          own: own.get(asked) ?? 'inherit',
          effective: level,
          from: height === 0 ? 'entry' : 'parent',
          parent: height === 0 ? null : at,
        });
      }
    }
    const parents = await parentsOf(strapi, settings, [...waiting.values()]);
    open = new Map();
    for (const [asked, at] of waiting) {
      const parent = parents.get(entryKey(at));
      if (parent) open.set(asked, parent);
    }
  }

  for (const ref of refs) {
    const key = entryKey(ref);
    // A type that may not be shared at all is off, whatever is said of its entries.
    const type = settings.contentTypes[ref.uid];
    const level = type?.enabled ? type.level : 'off';
    if (!type?.enabled || !decided.has(key)) {
      decided.set(key, {
        own: own.get(key) ?? 'inherit',
        effective: level,
        from: 'type',
        parent: null,
      });
    }
  }
  return decided;
}

export async function effectivePolicy(
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef
): Promise<Effective> {
  const policies = await effectivePolicies(strapi, settings, [ref]);
  return policies.get(entryKey(ref)) as Effective;
}

/** What would hold for the entry if it had no share policy of its own. */
export async function inheritedPolicy(
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef
): Promise<Effective> {
  const policies = await effectivePolicies(strapi, settings, [ref], { withOwn: false });
  return policies.get(entryKey(ref)) as Effective;
}

async function policiesOf(
  strapi: Core.Strapi,
  refs: EntryRef[]
): Promise<Map<string, PolicyRow['level']>> {
  const keys = [...new Set(refs.map(entryKey))];
  const rows = (await strapi.db
    .query(POLICY_UID)
    .findMany({ where: { entryKey: { $in: keys } } })) as PolicyRow[];
  return new Map(rows.map((row) => [row.entryKey, row.level]));
}

/** The entry above each, as it was last saved: what an editor moves holds at once. */
async function parentsOf(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[]
): Promise<Map<string, EntryRef>> {
  const parents = new Map<string, EntryRef>();
  for (const uid of new Set(refs.map((ref) => ref.uid))) {
    const parent = parentRelation(strapi, settings, uid);
    if (!parent) continue;
    const documentIds = refs.filter((ref) => ref.uid === uid).map((ref) => ref.documentId);
    const model = strapi.contentTypes[uid as UID.ContentType] as Schema.ContentType;
    const drafts = contentTypes.hasDraftAndPublish(model) ? { publishedAt: null } : {};
    const rows = (await strapi.db.query(model.uid).findMany({
      where: { documentId: { $in: [...new Set(documentIds)] }, ...drafts },
      select: ['documentId'],
      populate: { [parent.name]: { select: ['documentId'] } },
    } as never)) as ({ documentId: string } & Record<string, { documentId: string } | null>)[];
    for (const row of rows) {
      const above = row[parent.name];
      if (!above) continue;
      const key = entryKey({ uid, documentId: row.documentId });
      parents.set(key, { uid: parent.target, documentId: above.documentId });
    }
  }
  return parents;
}

/** The relation that leads to the entry above, where the site has named one that still exists. */
export function parentRelation(
  strapi: Core.Strapi,
  settings: Settings,
  uid: string
): { name: string; target: string } | null {
  const name = settings.contentTypes[uid]?.parent;
  const attribute = name && strapi.contentTypes[uid as UID.ContentType]?.attributes[name];
  if (!attribute || attribute.type !== 'relation' || !('target' in attribute)) return null;
  return { name, target: attribute.target as string };
}
