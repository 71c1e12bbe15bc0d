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

/** A new policy for an entry, which is not stored yet. */
export interface Said {
  ref: EntryRef;
  policy: SharePolicy;
}

/** Some entries and all entries above them, by `entryKey`. */
export interface Ancestors {
  refs: Map<string, EntryRef>;
  /** The share policies of the entries themselves. */
  own: Map<string, Level>;
  /** The policies that apply. Above an entry with a policy, nothing is read. */
  levels: Map<string, Level>;
  /**
   * The direct parents of each of the other entries. Null means that a version or language has no
   * parent. The list is empty for an entry that is gone.
   */
  above: Map<string, (EntryRef | null)[]>;
  /** The entries that were not read, because there are too many levels or entries. */
  unread: string[];
}

/** No real content is larger than this. */
const MAX_LEVELS = 1_000;
const MAX_ENTRIES = 10_000;

export function entryKey({ uid, documentId }: EntryRef): string {
  return `${uid} ${documentId}`;
}

/**
 * Reads the entries above some entries, level by level, up to the nearest share policy. Each level
 * costs one query for the policies, and one for each type with parents, however many entries there
 * are.
 *
 * @param said a policy to treat as if it were already stored
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
 * The direct parents of each entry, in all languages and both versions. So if an editor moves an
 * entry, the move closes it at once, but opens it only when it is published.
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

/** The entries directly above some entries, in any language and version. */
export async function directParents(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[]
): Promise<EntryRef[]> {
  const ways = [...(await parentsOf(strapi, settings, refs)).values()].flat();
  const parents = ways.filter((way) => way !== null);
  return [...new Map(parents.map((ref) => [entryKey(ref), ref])).values()];
}

/**
 * Each pair of an entry and a direct parent, without duplicates. One query with Strapi's own joins.
 */
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

/** The relation to the parent. Returns null if the site names none, or if it no longer exists. */
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
