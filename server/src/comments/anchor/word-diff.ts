import { isBlank } from './text-spans';
import { atBorders, withoutChance } from './tidy-runs';
import type { TokenText } from './tidy-runs';
import { commonRuns } from './token-diff';
import type { Run } from './token-diff';
import { tokensOf } from './tokens';
import type { Span } from './types';

/** A part that both texts have, or a part of the one that stands for a part of the other. */
export interface DiffPart {
  isKept: boolean;
  before: Span;
  after: Span;
}

export interface WordDiff {
  before: string;
  after: string;
  /** They cover both texts without a gap. Kept and changed parts alternate. */
  parts: DiffPart[];
}

/**
 * The differences of two texts by whole words. The result depends on nothing but the texts, and
 * the cost is bounded for texts of any length: see `MAX_COMPARED`.
 */
export function diffWords(before: string, after: string): WordDiff {
  const [a, b] = withIds(before, after);
  const runs = atBorders(withoutChance(commonRuns(a.ids, b.ids), a, b), a, b);
  return { before, after, parts: partsOf(runs, a, b) };
}

function withIds(before: string, after: string): [TokenText, TokenText] {
  const known = new Map<string, number>();
  const read = (text: string): TokenText => {
    const tokens = tokensOf(text);
    const ids = tokens.map((token) => {
      const id = known.get(token.text) ?? known.size;
      known.set(token.text, id);
      return id;
    });
    return { text, tokens, ids };
  };
  return [read(before), read(after)];
}

function partsOf(runs: readonly Run[], a: TokenText, b: TokenText): DiffPart[] {
  const parts: DiffPart[] = [];
  let [atA, atB] = [0, 0];
  const add = (isKept: boolean, endA: number, endB: number) => {
    const last = parts.at(-1);
    if (endA === atA && endB === atB) return;
    if (last?.isKept === isKept) [last.before.end, last.after.end] = [endA, endB];
    else
      parts.push({ isKept, before: { start: atA, end: endA }, after: { start: atB, end: endB } });
    [atA, atB] = [endA, endB];
  };
  /** What stands between kept tokens. Equal blanks at its ends are kept. */
  const addBetween = (endA: number, endB: number) => {
    const [textA, textB] = [a.text.slice(atA, endA), b.text.slice(atB, endB)];
    if (textA === textB) return add(true, endA, endB);
    const start = blanksAtStart(textA) === blanksAtStart(textB) ? blanksAtStart(textA).length : 0;
    add(true, atA + start, atB + start);
    const [restA, restB] = [textA.slice(start), textB.slice(start)];
    const end = blanksAtEnd(restA) === blanksAtEnd(restB) ? blanksAtEnd(restA).length : 0;
    add(false, endA - end, endB - end);
    add(true, endA, endB);
  };
  for (const run of runs) {
    for (let index = 0; index < run.length; index += 1) {
      const [tokenA, tokenB] = [a.tokens[run.a + index]!, b.tokens[run.b + index]!];
      addBetween(tokenA.start, tokenB.start);
      add(true, tokenA.end, tokenB.end);
    }
  }
  addBetween(a.text.length, b.text.length);
  return parts;
}

function blanksAtStart(text: string): string {
  let end = 0;
  while (isBlank(text[end])) end += 1;
  return text.slice(0, end);
}

function blanksAtEnd(text: string): string {
  let start = text.length;
  while (isBlank(text[start - 1])) start -= 1;
  return text.slice(start);
}
