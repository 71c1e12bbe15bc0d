import type { Core } from '@strapi/strapi';

import type { EntryPolicy } from '../../../contracts/entries';
import type { Settings } from '../../../contracts/settings';
import { ancestorsOf, entryKey } from './ancestors';
import type { Ancestors, EntryRef, Said } from './ancestors';

export { entryKey, parentRelation } from './ancestors';
export type { EntryRef, Said } from './ancestors';

export type Effective = Pick<EntryPolicy, 'own' | 'effective' | 'from'> & {
  /** The entry above that decides. Null if `from` is not `parent`, or if none can be named. */
  parent: EntryRef | null;
};

/**
 * The effective policy of each entry: its own policy, or that of an entry above. Languages and
 * versions can have different parents, so an entry can have several ways up. On each way the
 * nearest policy applies, or the level of the entry's type if there is none. The entry is off if
 * one of the ways says so, or if a way can't be followed to its end.
 *
 * Two queries for each level above, however many entries are asked for.
 *
 * @param said a policy to treat as if it were already stored
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
    // A type that is not enabled is off, whatever the policies of its entries.
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

/** Returns true if a page of any link may show the entry. */
export async function isShowable(
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef
): Promise<boolean> {
  return (await effectivePolicy(strapi, settings, ref)).effective !== 'off';
}

/** The effective policy if the entry had none of its own. */
export const inheritedPolicy = (
  strapi: Core.Strapi,
  settings: Settings,
  ref: EntryRef
): Promise<Effective> => effectivePolicy(strapi, settings, ref, { ref, policy: 'inherit' });

/** What the ways up from each entry reach, by `entryKey`. */
interface WaysUp {
  /** The nearest entry on any way that is off. */
  toOff: Map<string, EntryRef>;
  /** The nearest entry on any way that has another policy. */
  toOpen: Map<string, EntryRef>;
  /** Entries with a way that ends without a policy, or never ends. */
  toNothing: Map<string, true>;
  /** Entries with a way that could not be followed. */
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

/** Visits each relation a fixed number of times, whatever graph they form. */
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

/** Passes values from some entries down to all entries below. The nearest one applies. */
function spread<T>(below: Map<string, string[]>, said: [string, T][]): Map<string, T> {
  const reached = new Map(said);
  // The loop also visits entries that are added during it.
  for (const [key, what] of reached) {
    for (const child of below.get(key) ?? []) if (!reached.has(child)) reached.set(child, what);
  }
  return reached;
}

/** Entries in a circle, and those below: the entries whose ways up never end. */
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
