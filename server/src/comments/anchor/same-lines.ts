import type { Span } from './types';

/** Shorter lines, such as "Yes", are equal by chance. */
const MIN_LENGTH = 20;

/** Passages over more lines are left to the comparison by words. */
const MAX_LINES = 50;

/**
 * Where a passage stands if its lines are unchanged, and stand once in each text. A comparison by
 * words keeps everything in order. So where similar paragraphs changed places, it can take the words
 * of the one for those of the other.
 */
export function inSameLines(before: string, after: string, span: Span): Span | null {
  const start = before.lastIndexOf('\n', span.start) + 1;
  const next = before.indexOf('\n', span.end);
  const block = before.slice(start, next < 0 ? before.length : next);
  const lines = block.split('\n');
  if (block.trim().length < MIN_LENGTH || lines.length > MAX_LINES) return null;
  const place = onlyPlace(after, lines);
  if (place === null || onlyPlace(before, lines) === null) return null;
  return { start: span.start - start + place, end: span.end - start + place };
}

/** Where the lines stand in a text. Returns null unless they stand there exactly once. */
function onlyPlace(text: string, lines: readonly string[]): number | null {
  const all = text.split('\n');
  let only: number | null = null;
  let place = 0;
  for (const [index, { length }] of all.entries()) {
    if (lines.every((line, offset) => all[index + offset] === line)) {
      if (only !== null) return null;
      only = place;
    }
    place += length + 1;
  }
  return only;
}
