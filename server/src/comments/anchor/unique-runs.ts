import type { Run } from './token-diff';

/** So many tokens in a row are hardly ever written twice by chance. */
const LENGTH = 8;

/**
 * Finds runs that each text contains once, and keeps those that stand in the same order in both.
 * They divide long texts into parts that can be compared one by one. The cost hardly grows faster
 * than the texts.
 */
export function uniqueRuns(a: readonly number[], b: readonly number[]): Run[] {
  const inB = uniquePlaces(b);
  const pairs: Run[] = [];
  for (const [key, place] of uniquePlaces(a)) {
    const other = inB.get(key);
    if (place >= 0 && other !== undefined && other >= 0) {
      pairs.push({ a: place, b: other, length: LENGTH });
    }
  }
  pairs.sort((one, other) => one.a - other.a);
  return joined(longestRising(pairs));
}

/** The place of each run of tokens, or -1 if it stands at several places. */
function uniquePlaces(tokens: readonly number[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at + LENGTH <= tokens.length; at += 1) {
    const key = tokens.slice(at, at + LENGTH).join();
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The most pairs whose places rise in both texts. */
function longestRising(pairs: readonly Run[]): Run[] {
  /** The pair that ends the lowest rising row of each length. */
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach((pair, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]!.b < pair.b) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const rising: Run[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push(pairs[at]!);
  return rising.reverse();
}

/** Pairs overlap, since each token starts one. Those on one line become one run. */
function joined(pairs: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const pair of pairs) {
    const last = runs.at(-1);
    const [restA, restB] = last
      ? [pair.a - last.a - last.length, pair.b - last.b - last.length]
      : [0, 0];
    if (!last || (restA >= 0 && restB >= 0)) runs.push({ ...pair });
    else if (restA === restB) last.length += restA + LENGTH;
  }
  return runs;
}
