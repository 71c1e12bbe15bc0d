import type { Core, UID } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { childTypes } from '../../content/children';
import { effectivePolicy, parentRelation } from '../../share-policy/effective';
import type { Effective, EntryRef, Said } from '../../share-policy/effective';

/** What may be open after a word on an entry that is Off before. */
export interface Opened {
  /** The entry itself. */
  itself: boolean;
  /** Types with entries below it that may be: not each of these is, but nothing else. */
  below: Set<string>;
}

/** What an entry says to those below it that have no policy themselves. */
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
  // Where nothing is said above them, entries are what their type is.
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

/**
 * @param ifAbove the word where something above the entry opens it: on another way up there may be
 *   nothing that does
 */
function wordOf({ own, effective, from }: Effective, ifAbove: Word): Word {
  if (own !== 'inherit') return own;
  if (from !== 'parent') return 'nothing';
  return effective === 'off' ? 'off' : ifAbove;
}

/** Types of the entries that are below this one, on any level; none where there are none. */
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
