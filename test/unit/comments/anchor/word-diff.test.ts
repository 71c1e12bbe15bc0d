import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { commonRuns, MAX_COMPARED } from '../../../../server/src/comments/anchor/token-diff';
import { tokensOf } from '../../../../server/src/comments/anchor/tokens';
import { diffWords } from '../../../../server/src/comments/anchor/word-diff';
import { runs } from '../../../support/fuzz';

/** The difference in one line: `[-removed-]{+added+}`. */
function shown(before: string, after: string): string {
  return diffWords(before, after)
    .parts.map((part) => {
      const [a, b] = [
        before.slice(part.before.start, part.before.end),
        after.slice(part.after.start, part.after.end),
      ];
      if (part.isKept) return a;
      return (a && `[-${a}-]`) + (b && `{+${b}+}`);
    })
    .join('');
}

describe('the words of a text', () => {
  it.each([
    ['The ferry, at 9:30!', ['The', 'ferry', ',', 'at', '9', ':', '30', '!']],
    ['cafe\u0301  noir', ['cafe\u0301', 'noir']],
    ['می‌خواهم', ['می‌خواهم']],
    ['a😀b', ['a', '😀', 'b']],
    ['\ud800x', ['\ud800', 'x']],
    [' \n\u00a0', []],
  ])('%j', (text, words) => {
    expect(tokensOf(text).map((token) => token.text)).toEqual(words);
  });
});

it('words without blanks between them are divided', () => {
  const words = tokensOf('新しい港の事務所 and ท่าเรือข้ามฟาก').map(({ text }) => text);
  expect(words.join('')).toBe('新しい港の事務所andท่าเรือข้ามฟาก');
  expect(words.length).toBeGreaterThan(5);
});

describe('the difference of two texts', () => {
  it.each([
    ['a b c', 'a x c', 'a [-b-]{+x+} c'],
    ['a c', 'a b c', 'a {+b +}c'],
    ['a b c', 'a c', 'a [-b -]c'],
    ['a  b', 'a b', 'a[-  -]{+ +}b'],
    ['', 'a', '{+a+}'],
    ['a', '', '[-a-]'],
    ['', '', ''],
    [' ', '\n', '[- -]{+\n+}'],
  ])('%j and %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('lies between sentences where it can', () => {
    expect(shown('The cat sat. The end.', 'The cat sat. The dog ran. The end.')).toBe(
      'The cat sat. {+The dog ran. +}The end.'
    );
  });

  it('lies between paragraphs where it can', () => {
    expect(shown('One. Two.\nOne. Three.', 'One. Two.\nOne. New.\nOne. Three.')).toBe(
      'One. Two.\n{+One. New.\n+}One. Three.'
    );
  });

  it('keeps no word that two texts share by chance', () => {
    const before = 'Tickets are sold on board by the crew of the ferry every morning.';
    const after = 'Our bakery in the old town opens early and sells bread.';
    expect(shown(before, after)).toBe(`[-${before}-]{+${after}+}`);
  });

  it('covers both texts without a gap, and keeps equal text', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      'of',
      ' ',
      '  ',
      '\n',
      '.',
      '\0',
      '\ud800',
      '\ue000',
      '漢'
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { parts } = diffWords(before, after);
        let [atA, atB] = [0, 0];
        for (const [index, part] of parts.entries()) {
          expect([part.before.start, part.after.start]).toEqual([atA, atB]);
          [atA, atB] = [part.before.end, part.after.end];
          const a = before.slice(part.before.start, part.before.end);
          const b = after.slice(part.after.start, part.after.end);
          expect(a + b).not.toBe('');
          if (part.isKept) expect(b).toBe(a);
          else expect(b).not.toBe(a);
          expect(part.isKept).not.toBe(parts[index - 1]?.isKept);
        }
        expect([atA, atB]).toEqual([before.length, after.length]);
      }),
      runs(2_000)
    );
  });
});

describe('the tokens of very long texts', () => {
  const numbers = (length: number, from = 0) => Array.from({ length }, (_, index) => from + index);

  it('are compared in parts between unique runs', () => {
    const a = numbers(20_000);
    const b = [-1, ...a.slice(0, 10_000), -2, ...a.slice(10_001), -3];
    expect(commonRuns(a, b)).toEqual([
      { a: 0, b: 1, length: 10_000 },
      { a: 10_001, b: 10_002, length: 9_999 },
    ]);
  });

  it('are not compared if that is too much work', () => {
    const few = Array.from({ length: MAX_COMPARED }, (_, index) => (index * index) % 7);
    expect(commonRuns([1, ...few, 2], [3, ...few.map((token) => 6 - token), 4])).toEqual([]);
    expect(commonRuns(numbers(9_000), numbers(9_000, 9_000))).toEqual([]);
  });

  it('give the same result whatever the time is', () => {
    const a = Array.from({ length: 1_500 }, (_, index) => (index * index) % 11);
    const b = Array.from({ length: 1_500 }, (_, index) => (index * index * index) % 11);
    const usual = commonRuns(a, b);
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
    expect(commonRuns(a, b)).toEqual(usual);
    clock.mockRestore();
  });
});
