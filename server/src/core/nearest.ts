/** A word that differs in more than this share of its letters is another word. */
const MAX_DIFFERENCE = 0.4;

/** The candidate that somebody most likely meant. Returns null if none is similar. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= candidate.length * MAX_DIFFERENCE)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate ?? null;
}

/** The number of letters to insert, delete or replace until one word is the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
    }
    row = next;
  }
  return row[b.length]!;
}
