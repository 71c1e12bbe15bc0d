import type { Core, UID } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { childTypes } from '../../content/children';
import { effectivePolicy, parentRelation } from '../../share-policy/effective';
import type { Effective, EntryRef, Said } from '../../share-policy/effective';

/** What a new policy on an entry can open that was Off before. */
export interface Opened {
  /** The entry itself. */
  itself: boolean;
  /**
   * The types of entries below that it can open. Not every entry of these types opens, but no
   * other.
   */
  below: Set<string>;
}

/** What an entry passes on to the entries below that have no policy of their own. */
type Word = 'off' | 'nothing' | 'view';

export async function whatOpens(
  strapi: Core.Strapi,
  settings: Settings,
  said: Said
): Promise<Opened> {
  const { ref } = said;
  const before = await effectivePolicy(strapi, settings, ref);
  const after = await effectivePolicy(strapi, settings, ref, said);
  const [was, willBe] = [wordOf(before, 'nothing'), wordOf(after, 'view')];
  // Without a policy above them, entries follow the level of their type.
  const isOpen = (uid: string, word: Word) => {
    const { enabled, level } = settings.contentTypes[uid]!;
    return enabled && (word === 'nothing' ? level : word) !== 'off';
  };
  const opens = (uid: string) => !isOpen(uid, was) && isOpen(uid, willBe);
  const below = was === willBe ? [] : await typesBelow(strapi, settings, ref);
  return {
    itself: before.effective === 'off' && after.effective !== 'off',
    below: new Set(below.filter(opens)),
  };
}

/** @param ifAbove the result if a parent opens the entry: another parent may have no policy */
function wordOf({ own, effective, from }: Effective, ifAbove: Word): Word {
  if (own !== 'inherit') return own;
  if (from !== 'parent') return 'nothing';
  return effective === 'off' ? 'off' : ifAbove;
}

/** The types of the entries below this one, on any level. Empty if there are no such entries. */
async function typesBelow(
  strapi: Core.Strapi,
  settings: Settings,
  { uid, documentId }: EntryRef
): Promise<string[]> {
  const found = new Set<string>();
  for (const candidate of Object.keys(settings.contentTypes)) {
    const parent = parentRelation(strapi, settings, candidate);
    if (parent?.target !== uid) continue;
    const where = { [parent.name]: { documentId } };
    const isThere = await strapi.db
      .query(candidate as UID.ContentType)
      .findOne({ where, select: ['id'] } as never);
    if (!isThere) continue;
    for (const type of [candidate, ...childTypes(strapi, settings, candidate)]) found.add(type);
  }
  return [...found];
}
