import { fold } from '../../../../contracts/fold';

export { fold };

/** The words that must all match. Empty if the query has only spaces and accents. */
export function wordsOf(query: string): string[] {
  return [...new Set(fold(query).split(/\s+/))].filter((word) => word !== '');
}

export interface Range {
  start: number;
  end: number;
}

/** The maximum of marks for one word. */
const MAX_RANGES = 1_000;

/** The places of the words in the original text, in order. Overlapping places are merged. */
export function rangesOf(text: string, words: string[]): Range[] {
  const { folded, origins } = foldWithOrigins(text);
  const found: Range[] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    for (let count = 0; at >= 0 && count < MAX_RANGES; count += 1) {
      found.push({ start: origins[at]!, end: endOf(origins, at + word.length) ?? text.length });
      at = folded.indexOf(word, at + word.length);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Range[] = [];
  for (const range of found) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/**
 * The place of the next original character. Characters from the same original, such as `ß`, stay
 * together.
 */
function endOf(origins: number[], end: number): number | undefined {
  let next = end;
  while (origins[next] === origins[end - 1]) next += 1;
  return origins[next];
}

/** The folded text, and the original place of each of its characters. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  const known = new Map<string, string>();
  const origins: number[] = [];
  let folded = '';
  let at = 0;
  for (const char of text) {
    let plain = known.get(char);
    if (plain === undefined) known.set(char, (plain = fold(char)));
    for (let index = 0; index < plain.length; index += 1) origins.push(at);
    folded += plain;
    at += char.length;
  }
  return { folded, origins };
}
