import { fold } from '../../../../contracts/fold';
import type { Where } from './link-rows';
import type { LinkRow } from './link-schema';

/** The texts that a list can be searched by, and the columns that keep their folded forms. */
const FOLDED = { label: 'labelFolded', entryTitle: 'entryTitleFolded' } as const;

type FoldedText = keyof typeof FOLDED;

/**
 * Adds the folded form of each text that is written. Databases differ in the letters whose case and
 * accents they ignore, and SQLite knows only those of English; `fold` is the same on all.
 */
export function withFolded<Data extends Partial<LinkRow>>(data: Data): Data {
  const folded: Partial<Record<(typeof FOLDED)[FoldedText], string | null>> = {};
  for (const name of Object.keys(FOLDED) as FoldedText[]) {
    const text = data[name];
    if (text !== undefined) folded[FOLDED[name]] = text === null ? null : fold(text);
  }
  return { ...data, ...folded };
}

/** Links whose text contains the search, whatever the case and the accents of both. */
export function contains(name: FoldedText, search: string): Where {
  const folded = fold(search);
  // Nothing but accents: an empty search would find everything.
  return folded.trim() === '' ? { id: null } : { [FOLDED[name]]: { $contains: folded } };
}

/** Links from an older version, whose texts have no folded form. */
export const NOT_FOLDED: Where = {
  $or: (Object.keys(FOLDED) as FoldedText[]).map((name) => ({
    [name]: { $notNull: true },
    [FOLDED[name]]: null,
  })),
};
