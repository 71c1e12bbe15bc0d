import type { Core } from '@strapi/strapi';

import type { EntryPolicy } from '../../../contracts/entries';
import type { Settings } from '../../../contracts/settings';
import { ancestorsOf, entryKey } from './ancestors';
import type { Ancestors, EntryRef, Said } from './ancestors';

export { entryKey, parentRelation } from './ancestors';
export type { EntryRef, Said } from './ancestors';

export type Effective = Pick<EntryPolicy, 'own' | 'effective' | 'from'> & {
  /** The entry above that decides; null unless `from` is `parent`, and where none can be named. */
  parent: EntryRef | null;
};

/**
 * What holds for each of the entries: its own share policy, else what is said above it. An entry
 * may have several ways up, one for each language and version that has another parent. On each way
 * the nearest policy counts, or the level of the entry's type where there is none. The entry is off
 * if one of the ways says so, and where they can't be followed to their ends.
 *
 * Two queries for each level of entries above, however many entries are asked for.
 *
 * @param said for what would hold if this were said of an entry
 */
export async function effectivePolicies(
  strapi: Core.Strapi,
  settings: Settings,
  refs: EntryRef[],
  said?: Said
): Promise<Map<string, Effective>> {
  const ancestors = await ancestorsOf(strapi, settings, refs, said);
  const ways = waysUp(ancestors);
  const decided = new Map<string, Effective>();
  for (const ref of refs) {
    const key = entryKey(ref);
    const own = ancestors.own.get(key) ?? 'inherit';
    const type = settings.contentTypes[ref.uid];
    // A type that may not be shared at all is off, whatever is said of its entries.
    const level = type?.enabled ? type.level : 'off';
    const byType: Effective = { own, effective: level, from: 'type', parent: null };
    if (!type?.enabled) decided.set(key, byType);
    else if (own !== 'inherit') {
      decided.set(key, { own, effective: own, from: 'entry', parent: null });
    } else decided.set(key, decideAbove(ancestors, ways, key, byType));
  }
  return decided;
}

export async function effectivePolicy(
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef,
  said?: Said
): Promise<Effective> {
  const policies = await effectivePolicies(strapi, settings, [ref], said);
  return policies.get(entryKey(ref)) as Effective;
}

/** What would hold for the entry if it had no share policy of its own. */
export const inheritedPolicy = (
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef
): Promise<Effective> => effectivePolicy(strapi, settings, ref, { ref, policy: 'inherit' });

/** Where the ways up from each entry lead, by `entryKey`. */
interface WaysUp {
  /** The nearest entry that is off, on any of the ways. */
  toOff: Map<string, EntryRef>;
  /** The nearest entry with another policy. */
  toOpen: Map<string, EntryRef>;
  /** Entries of which a way ends without a policy, or never ends. */
  toNothing: Map<string, true>;
  /** Entries of which a way could not be followed. */
  toUnknown: Map<string, true>;
}

function decideAbove(
  { levels }: Ancestors,
  ways: WaysUp,
  key: string,
  byType: Effective
): Effective {
  const off = ways.toOff.get(key);
  if (off) return { ...byType, effective: 'off', from: 'parent', parent: off };
  if (ways.toUnknown.has(key)) return { ...byType, effective: 'off', from: 'parent' };
  if (byType.effective === 'off' && ways.toNothing.has(key)) return byType;
  const open = ways.toOpen.get(key);
  const level = open && levels.get(entryKey(open));
  return level ? { ...byType, effective: level, from: 'parent', parent: open } : byType;
}

/** Takes each relation a fixed number of times, whatever shape they make together. */
function waysUp({ refs, levels, above, unread }: Ancestors): WaysUp {
  const below = new Map<string, string[]>();
  for (const [key, ways] of above) {
    for (const way of ways) {
      if (!way) continue;
      const at = entryKey(way);
      const known = below.get(at);
      if (known) known.push(key);
      else below.set(at, [key]);
    }
  }
  const withLevel = (isOff: boolean) =>
    [...levels]
      .filter(([, level]) => (level === 'off') === isOff)
      .map(([key]): [string, EntryRef] => [key, refs.get(key) as EntryRef]);
  const marked = (keys: string[]) => keys.map((key): [string, true] => [key, true]);
  const where = (test: (ways: (EntryRef | null)[]) => boolean) =>
    [...above].filter(([, ways]) => test(ways)).map(([key]) => key);
  const tops = where((ways) => ways.includes(null));
  const gone = where((ways) => ways.length === 0);
  return {
    toOff: spread(below, withLevel(true)),
    toOpen: spread(below, withLevel(false)),
    toNothing: spread(below, marked([...tops, ...endless(above, below)])),
    toUnknown: spread(below, marked([...gone, ...unread])),
  };
}

/** What is said at some entries, for these and for all below them: the nearest counts. */
function spread<T>(below: Map<string, string[]>, said: [string, T][]): Map<string, T> {
  const reached = new Map(said);
  // A map is walked in the order of its entries, those that are added meanwhile too.
  for (const [key, what] of reached) {
    for (const child of below.get(key) ?? []) if (!reached.has(child)) reached.set(child, what);
  }
  return reached;
}

/** Entries that are above each other in a circle, and those below: what is left without an end. */
function endless(above: Ancestors['above'], below: Map<string, string[]>): string[] {
  const isRead = (way: EntryRef | null) => way !== null && above.has(entryKey(way));
  const waits = new Map([...above].map(([key, ways]) => [key, ways.filter(isRead).length]));
  const ended = [...waits].filter(([, count]) => count === 0).map(([key]) => key);
  for (const key of ended) {
    for (const child of below.get(key) ?? []) {
      const left = (waits.get(child) ?? 0) - 1;
      waits.set(child, left);
      if (left === 0) ended.push(child);
    }
  }
  return [...waits].filter(([, count]) => count > 0).map(([key]) => key);
}
