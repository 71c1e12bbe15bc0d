import type { ShownEntry, ShownSurroundings } from '../../../contracts/shown';

/** An entry that a link opens, with what is around it. */
export interface OpenedContent {
  uid: string;
  /** The paths that may be shown of it. */
  paths: string[];
  entry: ShownEntry;
  around: ShownSurroundings;
}
