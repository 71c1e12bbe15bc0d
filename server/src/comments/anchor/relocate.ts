import search from 'approx-string-match';

import { CONTEXT } from './quote';
import { isCharacterBorder, isWordBorder, wholeWords } from './text-borders';
import { equalAfter, equalBefore, placesOf, withoutBlanks } from './text-spans';
import type { Span } from './types';
import type { DiffPart, WordDiff } from './word-diff';

/**
 * A moved passage must be the same in so many characters, its context included. A short one like
 * "of the" stands in new text by chance. From 14 to 30, measurements show hardly a difference.
 */
const MIN_SUPPORT = 20;

/** So much of a moved passage must be new text. Words at its ends may be kept by chance. */
const MIN_NEW = 0.5;

/** A passage that stands at more places than these is not looked for. */
const MAX_PLACES = 100;

/** A passage where this share of the characters differs is another passage. */
const MAX_ERRORS = 0.3;

/** Longer passages keep some words, so they are found without a comparison of letters. */
const MAX_FUZZY_LENGTH = 256;

/** Fewer letters are similar to almost any word. */
const MIN_FUZZY_LENGTH = 4;

/**
 * Finds a passage, to the letter, in text that the difference calls new. Equal words that were there
 * before are somebody else's.
 */
export function inNewText(diff: WordDiff, passage: Span): Span | null {
  const { before, after, parts } = diff;
  const exact = before.slice(passage.start, passage.end);
  const places = placesOf(after, exact, MAX_PLACES + 1);
  if (places.length > MAX_PLACES) return null;
  const [best, second] = places
    .map((start) => ({ start, end: start + exact.length }))
    .filter((span) => hasSameBorders(diff, passage, span) && newShare(parts, span) >= MIN_NEW)
    .map((span) => ({ span, support: supportOf(diff, passage, span) }))
    .filter(({ support }) => support >= MIN_SUPPORT)
    .sort((one, other) => other.support - one.support);
  return best && best.support !== second?.support ? best.span : null;
}

/** The number of characters that are the same, in a passage and in its context. */
function supportOf({ before, after }: WordDiff, passage: Span, span: Span): number {
  return (
    passage.end -
    passage.start +
    equalBefore(before, passage.start, after, span.start, CONTEXT) +
    equalAfter(before, passage.end, after, span.end, CONTEXT)
  );
}

/** True if a span cuts no word and no character, unless the passage cuts one as well. */
export function hasSameBorders(diff: WordDiff, passage: Span, span: Span): boolean {
  const isBorderToo = (at: number, place: number) =>
    [isWordBorder, isCharacterBorder].every(
      (isBorder) => isBorder(diff.after, place) || !isBorder(diff.before, at)
    );
  return isBorderToo(passage.start, span.start) && isBorderToo(passage.end, span.end);
}

function newShare(parts: readonly DiffPart[], span: Span): number {
  let sum = 0;
  for (const { isKept, after } of parts) {
    const length = Math.min(after.end, span.end) - Math.max(after.start, span.start);
    if (!isKept && length > 0) sum += length;
  }
  return sum / (span.end - span.start);
}

/**
 * Finds what a passage became, letter by letter, in the parts that replaced it: all words of it
 * may have been corrected. A much longer part is a new text, where any word finds a similar one.
 */
export function alike(
  { before, after }: WordDiff,
  replaced: readonly DiffPart[],
  passage: Span
): Span | null {
  const exact = before.slice(passage.start, passage.end);
  if (exact.length < MIN_FUZZY_LENGTH || exact.length > MAX_FUZZY_LENGTH) return null;
  const offset = replaced[0]!.after.start;
  const region = after.slice(offset, replaced.at(-1)!.after.end);
  if (region.length > 2 * exact.length + 8) return null;
  const matches = search(region, exact, Math.floor(exact.length * MAX_ERRORS));
  const [first, last] = [matches[0], matches.at(-1)];
  // Two places that are equally similar are none.
  if (!first || !last || last.start >= first.end) return null;
  const span = { start: offset + first.start, end: offset + last.end };
  return withoutBlanks(after, wholeWords(after, span));
}
