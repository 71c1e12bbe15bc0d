import type { Core, UID } from '@strapi/strapi';

import type { SharePolicy } from '../../../contracts/links';
import type { Settings } from '../../../contracts/settings';
import { POLICY_UID } from './schema';
import type { PolicyRow } from './schema';

/** An entry in all its languages. */
export interface EntryRef {
  uid: string;
  documentId: string;
}

type Level = PolicyRow['level'];

/** What somebody is about to say of an entry, in place of what is said of it now. */
export interface Said {
  ref: EntryRef;
  policy: SharePolicy;
}

/** What is known of some entries and of all that is above them, by `entryKey`. */
export interface Ancestors {
  refs: Map<string, EntryRef>;
  /** Share policies of the entries themselves. */
  own: Map<string, Level>;
  /** The policies that count: where one is, nothing above it has been looked at. */
  levels: Map<string, Level>;
  /**
   * Right above each of the other entries: one for each way up, and null where a version or
   * language has nothing above it. Empty for an entry that is gone.
   */
  above: Map<string, (EntryRef | null)[]>;
  /** What was not looked at, since the ways up are too long or too many. */
  unread: string[];
}

/** No tree of content is like this; what is asked about it is not worth the reading. */
const MAX_LEVELS = 1_000;
const MAX_ENTRIES = 10_000;

export function entryKey({ uid, documentId }: EntryRef): string {
  return `${uid} ${documentId}`;
}

/**
 * Reads the entries above some entries, level by level, up to the nearest that have a share policy.
 * Each level costs one query for the policies and one for each type that has entries above it,
 * however many entries there are.
 *
 * @param said as if this were stored already
 */
export async function ancestorsOf(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[],
  said?: Said
): Promise<Ancestors> {
  const found: Ancestors = {
    refs: new Map(refs.map((ref) => [entryKey(ref), ref])),
    own: new Map(),
    levels: new Map(),
    above: new Map(),
    unread: [],
  };
  const most = found.refs.size + MAX_ENTRIES;
  let level = [...found.refs.values()];
  for (let height = 0; level.length > 0; height += 1) {
    if (height > MAX_LEVELS || found.refs.size > most) {
      return { ...found, unread: level.map(entryKey) };
    }
    const policies = await policiesOf(strapi, level);
    if (said) say(policies, level, said);
    if (height === 0) found.own = policies;
    for (const [key, policy] of policies) found.levels.set(key, policy);
    const undecided = level.filter((ref) => !found.levels.has(entryKey(ref)));
    level = [];
    for (const [key, ways] of await parentsOf(strapi, settings, undecided)) {
      found.above.set(key, ways);
      for (const way of ways) {
        if (!way || found.refs.has(entryKey(way))) continue;
        found.refs.set(entryKey(way), way);
        level.push(way);
      }
    }
  }
  return found;
}

function say(policies: Map<string, Level>, level: EntryRef[], { ref, policy }: Said): void {
  const key = entryKey(ref);
  if (policy === 'inherit') policies.delete(key);
  else if (level.some((other) => entryKey(other) === key)) policies.set(key, policy);
}

async function policiesOf(strapi: Core.Strapi, refs: EntryRef[]): Promise<Map<string, Level>> {
  const rows = (await strapi.db.query(POLICY_UID).findMany({
    where: { entryKey: { $in: refs.map(entryKey) } },
    select: ['entryKey', 'level'],
  })) as Pick<PolicyRow, 'entryKey' | 'level'>[];
  return new Map(rows.map((row) => [row.entryKey, row.level]));
}

/**
 * The entries right above each, in all languages and both versions. What an editor moves holds at
 * once where it closes something, and once it is published where it opens something.
 */
async function parentsOf(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[]
): Promise<Ancestors['above']> {
  const above: Ancestors['above'] = new Map();
  for (const uid of new Set(refs.map((ref) => ref.uid))) {
    const ids = refs.filter((ref) => ref.uid === uid).map((ref) => ref.documentId);
    const parent = parentRelation(strapi, settings, uid);
    if (!parent) {
      for (const documentId of ids) above.set(entryKey({ uid, documentId }), [null]);
      continue;
    }
    for (const documentId of ids) above.set(entryKey({ uid, documentId }), []);
    for (const { documentId, parentId } of await parentIds(strapi, uid, parent.name, ids)) {
      const way = parentId === null ? null : { uid: parent.target, documentId: parentId };
      above.get(entryKey({ uid, documentId }))?.push(way);
    }
  }
  return above;
}

/** Each pair of an entry and one right above it, once; with Strapi's own joins, in one query. */
function parentIds(
  strapi: Core.Strapi,
  uid: string,
  relation: string,
  documentIds: string[]
): Promise<{ documentId: string; parentId: string | null }[]> {
  const query = strapi.db.queryBuilder(uid as UID.ContentType);
  return query
    .join({ alias: 'above', targetField: relation } as never)
    .where({ documentId: { $in: documentIds } })
    .select([`${query.alias}.document_id as documentId`, 'above.document_id as parentId'] as never)
    .execute({ mapResults: false });
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
  const target = attribute.target as string;
  return strapi.contentTypes[target as UID.ContentType] ? { name, target } : null;
}
