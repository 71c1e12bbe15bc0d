import { cutText } from './markdown';

/** The maximum of related entries on one page. */
const MAX_ENTRIES = 1_000;

/** The maximum of characters of text on one page. */
const MAX_CHARACTERS = 2_000_000;

/** The maximum of values of stored JSON on one page. */
const MAX_NODES = 50_000;

/** The remaining budget of one page, so that no content makes it endless. */
export interface Budget {
  /** Returns true if one more related entry fits. */
  entry(): boolean;
  /** Returns as much of the text as fits. */
  text(value: string): string;
  /** Returns how many of `count` values of stored JSON fit. */
  nodes(count: number): number;
}

export function newBudget(): Budget {
  let entries = MAX_ENTRIES;
  let characters = MAX_CHARACTERS;
  let nodes = MAX_NODES;
  return {
    entry() {
      entries -= 1;
      return entries >= 0;
    },
    text(value) {
      const kept = cutText(value, Math.max(characters, 0));
      characters -= kept.length;
      return kept;
    },
    nodes(count) {
      const kept = Math.min(count, nodes);
      nodes -= kept;
      return kept;
    },
  };
}
