import { isBlank } from './text-spans';
import type { Run } from './token-diff';
import type { Token } from './tokens';

/** A text with its tokens. */
export interface TokenText {
  text: string;
  tokens: readonly Token[];
  /** Stands for the words of the tokens: equal numbers, equal words. */
  ids: readonly number[];
}

/**
 * A run is chance if so many times its letters were removed around it, and as many were written
 * instead. Where a text was replaced, "of the" stands in both texts and means nothing. Measurements
 * show little difference between 2 and 8.
 */
const CHANCE_RATIO = 4;

/** Around edits with fewer letters, even a short word was kept on purpose. */
const MIN_REPLACED = 16;

/** From here on, Chinese, Japanese and Korean characters say as much as several letters. */
const FIRST_WIDE = '\u2e80';
const LETTERS_PER_WIDE = 3;

/** Removes runs that two texts have in common only by chance. */
export function withoutChance(runs: readonly Run[], a: TokenText, b: TokenText): Run[] {
  const sumsA = letterSums(a.tokens);
  const sumsB = letterSums(b.tokens);
  const isChance = (run: Run, last: Run | undefined, next: Run | undefined) => {
    const lettersOf = (sums: readonly number[], from: number, to: number) =>
      sums[to]! - sums[from]!;
    const own = lettersOf(sumsA, run.a, run.a + run.length);
    const inA = lettersOf(sumsA, last ? last.a + last.length : 0, next?.a ?? a.tokens.length);
    const inB = lettersOf(sumsB, last ? last.b + last.length : 0, next?.b ?? b.tokens.length);
    const replaced = Math.min(inA, inB) - own;
    return replaced >= Math.max(own * CHANCE_RATIO, MIN_REPLACED);
  };
  const kept: Run[] = [];
  const checkFromEnd = (next?: Run) => {
    while (kept.length > 0 && isChance(kept.at(-1)!, kept.at(-2), next)) kept.pop();
  };
  for (const run of runs) {
    checkFromEnd(run);
    kept.push({ ...run });
  }
  checkFromEnd();
  return kept;
}

/** The number of letters before each token. Signs have none: each text is full of commas. */
function letterSums(tokens: readonly Token[]): number[] {
  let sum = 0;
  const lettersOf = ({ text, isWord }: Token) =>
    isWord ? text.length * (text > FIRST_WIDE ? LETTERS_PER_WIDE : 1) : 0;
  return [0, ...tokens.map((token) => (sum += lettersOf(token)))];
}

/**
 * Moves each insertion and each removal to where a writer most likely made it. Between "The cat
 * sat. The end." and "The cat sat. The dog ran. The end.", the words "dog ran. The" and
 * "The dog ran." are equally new, but only the latter is a sentence.
 */
export function atBorders(runs: readonly Run[], a: TokenText, b: TokenText): Run[] {
  const [endA, endB] = [a.tokens.length, b.tokens.length];
  const all = [{ a: 0, b: 0, length: 0 }, ...runs, { a: endA, b: endB, length: 0 }];
  for (let index = 1; index < all.length; index += 1) {
    const [last, next] = [all[index - 1]!, all[index]!];
    const isAdded = last.a + last.length === next.a;
    const isRemoved = last.b + last.length === next.b;
    if (isAdded === isRemoved) continue;
    const shift = isAdded
      ? bestShift(b, last.b + last.length, next.b, last.length, next.length)
      : bestShift(a, last.a + last.length, next.a, last.length, next.length);
    last.length += shift;
    all[index] = { a: next.a + shift, b: next.b + shift, length: next.length - shift };
  }
  return all.filter(({ length }) => length > 0);
}

/** How far tokens `start` to `end` move. Positive numbers mean later. */
function bestShift(
  text: TokenText,
  start: number,
  end: number,
  before: number,
  after: number
): number {
  const { ids } = text;
  const scoreOf = (shift: number) => border(text, start + shift) + border(text, end + shift);
  let best = 0;
  let bestScore = scoreOf(0);
  const tryShift = (shift: number) => {
    const score = scoreOf(shift);
    if (score > bestScore) [best, bestScore] = [shift, score];
  };
  for (let by = 1; by <= before && ids[start - by] === ids[end - by]; by += 1) tryShift(-by);
  for (let by = 1; by <= after && ids[start + by - 1] === ids[end + by - 1]; by += 1) tryShift(by);
  return best;
}

const SENTENCE_END = /[.!?…。！？؟।]/;

/** How likely a writer starts or stops right before a token. */
function border({ text, tokens }: TokenText, at: number): number {
  const [last, next] = [tokens[at - 1], tokens[at]];
  if (!last || !next) return 5;
  const blanks = text.slice(last.end, next.start);
  if (blanks.includes('\n')) return 4;
  if (SENTENCE_END.test(last.text)) return isBlank(blanks[0]) || last.text > '\u2fff' ? 3 : 1;
  return blanks === '' ? 0 : 2;
}
