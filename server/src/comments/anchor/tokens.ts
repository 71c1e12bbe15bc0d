import { hasLetter } from './text-spans';
import type { Span } from './types';

/** A word, or a sign of its own. Blanks are no tokens: they only stand between tokens. */
export interface Token extends Span {
  text: string;
  isWord: boolean;
}

/** Words of Persian and of India contain joiners. */
const TOKENS = /[\p{L}\p{M}\p{N}\u200c\u200d]+|\S/gu;

/** Scripts that write words without blanks between them. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** True if a text contains letters of a script without blanks between words. */
export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

/** The words and signs of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (word: string, start: number) =>
    tokens.push({ text: word, start, end: start + word.length, isWord: hasLetter(word) });
  for (const { 0: run, index } of text.matchAll(TOKENS)) {
    if (!isUnspaced(run)) add(run, index);
    else for (const part of words.segment(run)) add(part.segment, index + part.index);
  }
  return tokens;
}

/** The tokens of a part of a text, with their places in the whole text. */
export function tokensIn(text: string, { start, end }: Span): Span[] {
  return tokensOf(text.slice(start, end)).map((token) => ({
    start: start + token.start,
    end: start + token.end,
  }));
}
