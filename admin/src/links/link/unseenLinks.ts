import type { EntrySharing } from '../../../../contracts/entries';

/** Returns how many live links others have made that the person may not see. */
export function unseenLinks({
  can,
  counts,
  links,
}: Pick<EntrySharing, 'can' | 'counts' | 'links'>): number {
  // Whoever sees all gets the newest links only, if there are very many.
  return can.see ? 0 : Math.max(0, counts.live - links.length);
}
