import { diffMain } from 'diff-match-patch-es';

import { uniqueRuns } from './unique-runs';

/** Equal tokens of two texts: `length` tokens from `a` in the one and from `b` in the other. */
export interface Run {
  a: number;
  b: number;
  length: number;
}

/**
 * The maximum of tokens, of both texts together, that are compared one by one. The cost grows with
 * the square of this number. A clock would be another limit, but then the same texts could give
 * different results.
 */
export const MAX_COMPARED = 6_000;

/** How often a part that is too long is divided again. */
const MAX_DIVISIONS = 3;

/** The tokens that two texts have in common, in order. Each number stands for a token. */
export function commonRuns(a: readonly number[], b: readonly number[], divisions = 0): Run[] {
  const shorter = Math.min(a.length, b.length);
  let [left, right] = [0, 0];
  while (left < shorter && a[left] === b[left]) left += 1;
  while (right < shorter - left && a.at(-1 - right) === b.at(-1 - right)) right += 1;
  const [endA, endB] = [a.length - right, b.length - right];
  const runs: Run[] = [];
  addRun(runs, { a: 0, b: 0, length: left });
  for (const run of middleRuns(a.slice(left, endA), b.slice(left, endB), divisions)) {
    addRun(runs, { ...run, a: left + run.a, b: left + run.b });
  }
  addRun(runs, { a: endA, b: endB, length: right });
  return runs;
}

function middleRuns(a: readonly number[], b: readonly number[], divisions: number): Run[] {
  if (a.length === 0 || b.length === 0) return [];
  if (divisions > 0 && a.length + b.length <= MAX_COMPARED) return shortestEdit(a, b);
  if (divisions === MAX_DIVISIONS) return [];
  const runs: Run[] = [];
  let [atA, atB] = [0, 0];
  const compare = (endA: number, endB: number) => {
    for (const run of commonRuns(a.slice(atA, endA), b.slice(atB, endB), divisions + 1)) {
      addRun(runs, { ...run, a: atA + run.a, b: atB + run.b });
    }
  };
  for (const run of uniqueRuns(a, b)) {
    compare(run.a, run.b);
    addRun(runs, run);
    [atA, atB] = [run.a + run.length, run.b + run.length];
  }
  compare(a.length, b.length);
  return runs;
}

/** Runs that continue each other become one. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const continues = last && last.a + last.length === run.a && last.b + last.length === run.b;
  if (continues) last.length += run.length;
  else if (run.length > 0) runs.push({ ...run });
}

/** Compares tokens by a comparison of characters: one character stands for each token. */
function shortestEdit(a: readonly number[], b: readonly number[]): Run[] {
  const codes = new Map<number, string>();
  const encode = (tokens: readonly number[]) =>
    tokens
      .map((token) => {
        let code = codes.get(token);
        if (!code) codes.set(token, (code = String.fromCharCode(codes.size + 1)));
        return code;
      })
      .join('');
  const runs: Run[] = [];
  let [atA, atB] = [0, 0];
  // No clock decides, and no character is taken for the end of a line.
  for (const [kind, { length }] of diffMain(encode(a), encode(b), { diffTimeout: 0 }, false)) {
    if (kind === 0) addRun(runs, { a: atA, b: atB, length });
    if (kind <= 0) atA += length;
    if (kind >= 0) atB += length;
  }
  return runs;
}
