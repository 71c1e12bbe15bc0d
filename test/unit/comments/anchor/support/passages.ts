import type { Span } from '../../../../../server/src/comments/anchor/types';
import type { Random } from './random';
import { textOf } from './texts';
import type { Writing } from './texts';

/** A text with a quote, an edit of it, and where the edit itself knows the quote to be. */
export interface Edited {
  before: string;
  quote: Span;
  after: string;
  /** Null if the quote is gone. */
  expected: Span | null;
}

export interface Change extends Span {
  text: string;
}

const WORDS = /[\p{L}\p{M}\p{N}\u200c\u200d]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

export function wordsIn(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of text.slice(start, end).matchAll(WORDS)) {
    const pieces = UNSPACED.test(run) ? [...words.segment(run)] : [{ segment: run, index: 0 }];
    for (const piece of pieces) {
      const at = start + index + piece.index;
      found.push({ start: at, end: at + piece.segment.length });
    }
  }
  return found;
}

/** A quote of 3 to 200 characters within `range` that starts with a word. */
export function quoteIn(text: string, range: Span, random: Random): Span | null {
  const inside = wordsIn(text, range);
  if (inside.length === 0) return null;
  const { start } = random.pick(inside);
  const length = Math.round(3 * Math.exp((random.below(1_000) / 1_000) * Math.log(200 / 3)));
  let end = Math.min(range.end, start + length);
  // Three of four visitors select whole words.
  if (random.below(4) > 0) end = inside.find((word) => word.end >= end)?.end ?? end;
  // A browser selects whole characters.
  const character = characters.segment(text).containing(end);
  if (character && character.index < end) end = character.index + character.segment.length;
  while (/\s/.test(text[end - 1]!)) end -= 1;
  return end - start >= 3 && end - start <= 200 ? { start, end } : null;
}

/** Applies changes, and follows the quote. Changes either touch only the quote or never. */
export function apply(before: string, quote: Span, changes: Change[]): Edited {
  let after = before;
  let { start, end } = quote;
  for (const change of [...changes].sort((a, b) => b.start - a.start)) {
    after = after.slice(0, change.start) + change.text + after.slice(change.end);
    const grown = change.text.length - (change.end - change.start);
    if (change.end <= quote.start) start += grown;
    if (change.start < quote.end) end += grown;
  }
  return { before, quote, after, expected: { start, end } };
}

/** The places of all paragraphs and sentences. */
export function layout(writing: Writing): { paragraph: Span; sentences: Span[] }[] {
  let at = 0;
  return writing.paragraphs.map((sentences) => {
    const start = at;
    const spans = sentences.map((sentence) => {
      const span = { start: at, end: at + sentence.length };
      at = span.end + writing.blank.length;
      return span;
    });
    const end = at - writing.blank.length;
    at = end + 1;
    return { paragraph: { start, end }, sentences: spans };
  });
}

export function quoteInParagraph(writing: Writing, random: Random, from = 0) {
  const before = textOf(writing);
  const all = layout(writing);
  if (all.length <= from) return null;
  const index = from + random.below(all.length - from);
  const quote = quoteIn(before, all[index]!.paragraph, random);
  return quote && { before, all, index, quote };
}

/** A word of a sentence that is none of the text's. */
export const otherWord = (writing: Writing, random: Random): string => {
  const sentence = writing.other(random);
  const { start, end } = random.pick(wordsIn(sentence, { start: 0, end: sentence.length }));
  return sentence.slice(start, end);
};

/** What stands between a word and its neighbour. */
export const gapOf = (text: string, word: Span) =>
  UNSPACED.test(text.slice(word.start, word.end)) ? '' : ' ';
