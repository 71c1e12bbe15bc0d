import { cutText } from './markdown';

/** Related entries on one page, in all. */
const MAX_ENTRIES = 1_000;

/** Characters of text on one page, in all. */
const MAX_CHARACTERS = 2_000_000;

/** Values of stored JSON on one page, in all. */
const MAX_NODES = 50_000;

/** What is left to spend on one page, so that no content can make it endless. */
export interface Budget {
  /** Whether one more related entry fits. */
  entry(): boolean;
  /** As much of the text as still fits. */
  text(value: string): string;
  /** As many of so many values of stored JSON as still fit. */
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
