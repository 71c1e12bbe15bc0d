import type { ShownEntry, ShownSurroundings } from '../../../contracts/shown';

/** An entry that a link opens, with its surroundings. */
export interface OpenedContent {
  uid: string;
  /** The paths that the link may show of the entry. */
  paths: string[];
  entry: ShownEntry;
  around: ShownSurroundings;
}
