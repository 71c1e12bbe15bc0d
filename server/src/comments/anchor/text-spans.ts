import type { Span } from './types';

const BLANK = /\s/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** The halves of a character that takes two code units count as well. */
const LETTERS = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

export const isBlank = (char: string | undefined): boolean =>
  char !== undefined && BLANK.test(char);

/** True if a text contains a letter, a mark or a digit. */
export const hasLetter = (text: string): boolean => LETTER.test(text);

/** True if both ends are places of the text, and the span is not empty. */
export function isSpanOf(text: string, { start, end }: Span): boolean {
  const areWhole = Number.isInteger(start) && Number.isInteger(end);
  return areWhole && start >= 0 && start < end && end <= text.length;
}

/** The span without the blanks at its ends. Returns null if it contains only blanks. */
export function withoutBlanks(text: string, { start, end }: Span): Span | null {
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

/** The number of letters, marks and digits in a part of a text. */
export function lettersIn(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (LETTERS.test(text[at]!)) count += 1;
  return count;
}

/** The number of equal characters before two places, up to `max`. */
export function equalBefore(a: string, atA: number, b: string, atB: number, max: number): number {
  const most = Math.min(max, atA, atB);
  let count = 0;
  while (count < most && a[atA - 1 - count] === b[atB - 1 - count]) count += 1;
  return count;
}

/** The number of equal characters after two places, up to `max`. */
export function equalAfter(a: string, atA: number, b: string, atB: number, max: number): number {
  const most = Math.min(max, a.length - atA, b.length - atB);
  let count = 0;
  while (count < most && a[atA + count] === b[atB + count]) count += 1;
  return count;
}

/** The places where `part` starts, in order. Returns at most `max` of them. */
export function placesOf(text: string, part: string, max: number): number[] {
  const places: number[] = [];
  let at = part === '' ? -1 : text.indexOf(part);
  while (at >= 0 && places.length < max) {
    places.push(at);
    at = text.indexOf(part, at + 1);
  }
  return places;
}
