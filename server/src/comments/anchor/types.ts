/** A part of a text, in UTF-16 code units. `end` is the first place after it. */
export interface Span {
  start: number;
  end: number;
}

/** A passage in its own words, and the text on both sides of it. */
export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * What became of a passage.
 *
 * - `here`: the same words at the same place.
 * - `moved`: the same words at another place.
 * - `changed`: the passage was reworded. The span covers its present words.
 * - `gone`: the text contains the passage no longer.
 */
export type Carried = ({ outcome: 'here' | 'moved' | 'changed' } & Span) | { outcome: 'gone' };
