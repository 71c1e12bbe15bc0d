import { hasLetter } from './text-spans';
import type { Span } from './types';

/** True if a place is in the middle of a character of two code units. */
export function isInsidePair(text: string, at: number): boolean {
  const [first, second] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return first >= 0xd800 && first <= 0xdbff && second >= 0xdc00 && second <= 0xdfff;
}

/** True if no word continues across this place. */
export function isWordBorder(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, isInsidePair(text, at - 1) ? at - 2 : at - 1), at);
  const after = text.slice(at, isInsidePair(text, at + 1) ? at + 2 : at + 1);
  return !hasLetter(before) || !hasLetter(after);
}

/** True if no character, as a reader sees it, continues across this place. */
export function isCharacterBorder(text: string, at: number): boolean {
  return characterAt(text, at) === null;
}

/** Widens a span that starts or ends inside a character as a reader sees it. */
export function wholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: characterAt(text, start)?.start ?? start,
    end: characterAt(text, end)?.end ?? end,
  };
}

/** Widens a span that starts or ends inside a word. */
export function wholeWords(text: string, { start, end }: Span): Span {
  while (start > 0 && !isWordBorder(text, start)) start -= 1;
  while (end < text.length && !isWordBorder(text, end)) end += 1;
  return { start, end };
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The character that a place is in the middle of. Returns null if it is between two. */
function characterAt(text: string, at: number): Span | null {
  if (at <= 0 || at >= text.length || (isPlain(text[at - 1]!) && isPlain(text[at]!))) return null;
  // A character starts at each plain one. So the text between two of them is enough to look at.
  let start = at - 1;
  while (start > 0 && !isPlain(text[start]!)) start -= 1;
  let end = at + 1;
  while (end < text.length && !isPlain(text[end]!)) end += 1;
  const { segment, index } = characters.segment(text.slice(start, end)).containing(at - start)!;
  if (start + index === at) return null;
  return { start: start + index, end: start + index + segment.length };
}

/** True if a character never continues the one before it. */
const isPlain = (char: string) => char >= ' ' && char < '\u007f';
