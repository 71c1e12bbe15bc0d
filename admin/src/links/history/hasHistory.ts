import type { EntrySharing } from '../../../../contracts/entries';

/** Whether there is a history to show: from the first share on, to those who may see it. */
export function hasHistory({ can, counts }: Pick<EntrySharing, 'can' | 'counts'>): boolean {
  return can.see && counts.total > 0;
}
