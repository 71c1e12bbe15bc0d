import { describe, expect, it } from 'vitest';

import { carry } from '../../server/src/comments/anchor/carry';
import { tokensOf } from '../../server/src/comments/anchor/tokens';
import type { Carried } from '../../server/src/comments/anchor/types';
import * as edits from '../unit/comments/anchor/support/edits';
import type { Edit, Edited } from '../unit/comments/anchor/support/edits';
import { randomFrom } from '../unit/comments/anchor/support/random';
import { writings } from '../unit/comments/anchor/support/texts';

const EDITS_OF_EACH_TEXT = 25;

/** The shares of the edits, in percent, that must be right, and that may be wrong. */
interface Kind {
  edit: Edit;
  right?: number;
  wrong?: number;
}

const KINDS: Record<string, Kind> = {
  'paragraph added before': { edit: edits.paragraphAdded, right: 99 },
  'paragraph removed before': { edit: edits.paragraphRemoved, right: 99 },
  'words edited around': { edit: edits.wordsAround, right: 99 },
  'small edit inside': { edit: edits.wordsInside, right: 97 },
  'sentence removed': { edit: edits.sentenceRemoved, wrong: 0.1 },
  'sentence removed, look-alike stays': { edit: edits.lookAlikeStays, wrong: 0.1 },
  'field emptied or replaced': { edit: edits.fieldReplaced, wrong: 0.1 },
  'paragraph moved': { edit: edits.paragraphMoved },
  // Harder than everyday edits; these show what a change of the limits costs.
  'sentence replaced by another': { edit: edits.sentenceReplaced },
  'paragraph moved, word edited': { edit: edits.movedAndEdited },
  'many edits inside and around': { edit: edits.manyEdits },
};

interface Score {
  count: number;
  right: number;
  /** Right, or one neighbouring word too many or too few. */
  almost: number;
  orphaned: number;
  wrong: number;
  ms: number;
}

/**
 * Prints how many passages are found again, for each kind of edit: right means the very span that
 * the edit itself knows. `FUZZ_SEED=…` makes other texts and edits.
 */
describe('passages after an edit of their text', () => {
  const random = randomFrom(Number(process.env.FUZZ_SEED ?? 20_261_121));
  const texts = writings(random);

  it('come from enough texts', () => {
    expect(texts.length).toBeGreaterThanOrEqual(80);
  });

  it.each(Object.entries(KINDS))(
    '%s',
    (name, { edit, right = 0, wrong = 100 }) => {
      const score: Score = { count: 0, right: 0, almost: 0, orphaned: 0, wrong: 0, ms: 0 };
      for (const writing of texts) {
        for (let round = 0; round < EDITS_OF_EACH_TEXT; round += 1) {
          const edited = edit(writing, random);
          if (edited) count(score, edited);
        }
      }
      const share = (part: number) => (part / score.count) * 100;
      const percent = (part: number) => `${share(part).toFixed(2)} %`;
      console.log(
        `${name}: ${score.count} edits, ${percent(score.right)} right ` +
          `(${percent(score.almost)} with a neighbouring word), ` +
          `${percent(score.orphaned)} orphaned, ${percent(score.wrong)} wrong, ` +
          `${((score.ms / score.count) * 1000).toFixed(0)} µs each`
      );
      expect(share(score.right)).toBeGreaterThanOrEqual(right);
      expect(share(score.wrong)).toBeLessThanOrEqual(wrong);
    },
    300_000
  );
});

function count(score: Score, { before, quote, after, expected }: Edited): void {
  const start = performance.now();
  const result = carry({ text: before, ...quote }, after);
  score.ms += performance.now() - start;
  score.count += 1;
  const isRight = distance(after, result, expected) === 0;
  if (isRight) score.right += 1;
  else if (result.outcome === 'gone') score.orphaned += 1;
  else score.wrong += 1;
  if (distance(after, result, expected) <= 1) score.almost += 1;
}

/**
 * The number of words between the result and what was expected. Where a word at an end of the
 * passage was replaced, and the next one as well, a reader accepts either. The figures that the
 * bench expects do not.
 */
function distance(after: string, result: Carried, expected: Edited['expected']): number {
  if (result.outcome === 'gone' || !expected) {
    return result.outcome === 'gone' && !expected ? 0 : Infinity;
  }
  const between = (a: number, b: number) => {
    const text = after.slice(Math.min(a, b), Math.max(a, b));
    return text === '' ? 0 : Math.max(1, tokensOf(text).length);
  };
  return between(result.start, expected.start) + between(result.end, expected.end);
}
