import { alike, hasSameBorders, inNewText } from './relocate';
import { inSameLines } from './same-lines';
import { wholeCharacters } from './text-borders';
import { isSpanOf, lettersIn, withoutBlanks } from './text-spans';
import { tokensIn } from './tokens';
import type { Carried, Span } from './types';
import { diffWords } from './word-diff';
import type { DiffPart, WordDiff } from './word-diff';

/**
 * A passage that keeps this share of its letters is still the same passage. With less, a sentence
 * that replaced it is taken for it; with more, reworded passages are lost.
 */
const MIN_KEPT = 0.4;

/**
 * So many words may be replaced between words that are kept. Beyond that, nobody can tell a reworded
 * passage from a new one.
 */
const MAX_REPLACED = 3;

const GONE: Carried = { outcome: 'gone' };

/**
 * Follows a passage into a later version of its text. It prefers to lose a passage rather than to
 * take other words for it.
 */
export function carry(before: { text: string } & Span, after: string): Carried {
  const { text, start, end } = before;
  if (!isSpanOf(text, before) || !withoutBlanks(text, before)) return GONE;
  if (text === after) return { outcome: 'here', start, end };
  return carryOver(diffWords(text, after), before);
}

/** The same for many passages of one text: their difference is computed once. */
export function carryOver(diff: WordDiff, { start, end }: Span): Carried {
  const { before, after } = diff;
  const passage = isSpanOf(before, { start, end }) ? withoutBlanks(before, { start, end }) : null;
  const found = passage && (inSameLines(before, after, passage) ?? follow(diff, passage));
  if (!found) return GONE;
  const exact = before.slice(start, end);
  // Words that were added before or after equal words may stand at both ends of what was found.
  for (const at of [found.start, found.end - (passage.end - passage.start)]) {
    const first = at - (passage.start - start);
    const there = { start: first, end: first + exact.length };
    const isSame = first >= 0 && after.startsWith(exact, first);
    if (isSame && hasSameBorders(diff, { start, end }, there)) {
      return { outcome: first === start ? 'here' : 'moved', ...there };
    }
  }
  return { outcome: 'changed', ...wholeCharacters(after, found) };
}

function follow(diff: WordDiff, passage: Span): Span | null {
  const { before, after, parts } = diff;
  const touched = parts.filter(
    (part) => part.before.start < passage.end && part.before.end > passage.start
  );
  const present = () => withoutBlanks(after, presentSpan(diff, touched, passage));
  if (touched.every(({ isKept }) => isKept)) return present();
  // Words of a moved passage may be kept by chance, so this comes before them.
  const moved = inNewText(diff, passage);
  if (moved) return moved;
  const share = lettersKept(before, touched, passage) / Math.max(1, lettersIn(before, passage));
  if (share >= MIN_KEPT || isReworded(diff, touched, passage)) return present();
  return alike(diff, touched, passage);
}

/** From where the passage now starts to where it ends, with all that was added between. */
function presentSpan(diff: WordDiff, touched: readonly DiffPart[], { start, end }: Span): Span {
  const [first, last] = [touched[0]!, touched.at(-1)!];
  return {
    start: first.isKept
      ? first.after.start + start - first.before.start
      : startIn(diff, first, start),
    end: last.isKept ? last.after.start + end - last.before.start : endIn(diff, last, end),
  };
}

/** If as many words replaced others, each stands for one. If not, all of them belong to it. */
function startIn({ before, after }: WordDiff, part: DiffPart, place: number): number {
  const [removed, added] = [tokensIn(before, part.before), tokensIn(after, part.after)];
  const index = removed.findIndex(({ end }) => end > place);
  return (removed.length === added.length && added[index]?.start) || part.after.start;
}

function endIn({ before, after }: WordDiff, part: DiffPart, place: number): number {
  const [removed, added] = [tokensIn(before, part.before), tokensIn(after, part.after)];
  const index = removed.findLastIndex(({ start }) => start < place);
  return (removed.length === added.length && added[index]?.end) || part.after.end;
}

/** True if a few words of the passage were replaced by about as many. */
function isReworded(diff: WordDiff, touched: readonly DiffPart[], passage: Span): boolean {
  let [removed, added] = [0, 0];
  for (const { isKept, before, after } of touched) {
    if (isKept) continue;
    const less = tokensIn(diff.before, before).length;
    const more = tokensIn(diff.after, after).length;
    const isInside = before.start >= passage.start && before.end <= passage.end;
    // Where words around the passage were replaced as well, only equal numbers tell its share.
    if (!isInside && less !== more) return false;
    removed += less;
    added += more;
  }
  return added > 0 && removed <= MAX_REPLACED && added <= removed + 2;
}

function lettersKept(text: string, parts: readonly DiffPart[], { start, end }: Span): number {
  return parts
    .filter(({ isKept }) => isKept)
    .map(({ before }) => ({
      start: Math.max(before.start, start),
      end: Math.min(before.end, end),
    }))
    .reduce((sum, span) => sum + lettersIn(text, span), 0);
}
