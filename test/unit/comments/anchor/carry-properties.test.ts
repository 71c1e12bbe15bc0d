import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { carry } from '../../../../server/src/comments/anchor/carry';
import type { Span } from '../../../../server/src/comments/anchor/types';
import { runs } from '../../../support/fuzz';
import * as edits from './support/edits';
import type { Edited } from './support/edits';
import { randomFrom } from './support/random';
import { writings } from './support/texts';

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

const isCut = (text: string, at: number) =>
  at > 0 && at < text.length && characters.segment(text).containing(at)!.index !== at;

/** What holds for each result, whatever the texts are. */
function expectSound(text: string, span: Span, after: string): void {
  const result = carry({ text, ...span }, after);
  expect(carry({ text, ...span }, after)).toEqual(result);
  if (result.outcome === 'gone') return;
  expect(result.start).toBeGreaterThanOrEqual(0);
  expect(result.start).toBeLessThan(result.end);
  expect(result.end).toBeLessThanOrEqual(after.length);
  const [old, now] = [text.slice(span.start, span.end), after.slice(result.start, result.end)];
  expect(now.trim()).not.toBe('');
  if (result.outcome !== 'changed') expect(now).toBe(old);
  if (result.outcome === 'here') expect(result.start).toBe(span.start);
  if (result.outcome === 'moved') expect(result.start).not.toBe(span.start);
  if (!isCut(text, span.start)) expect(isCut(after, result.start)).toBe(false);
  if (!isCut(text, span.end)) expect(isCut(after, result.end)).toBe(false);
}

/** Halves of characters, marks, joiners, flags, private characters and line ends. */
const hostile = fc.oneof(
  fc.constantFrom('\ud800', '\udc00', '\0', '\ue000', '\uf8ff', '\uffff', '\u0301', '\u200d'),
  fc.constantFrom('👩', '👋🏽', '🇫🇷', '한', '각', 'ก็', '漢', 'é', '\r\n', '\n', ' ', '\u00a0', '.'),
  fc.constantFrom('a', 'b ', 'of the ', 'constructor', '__proto__', '\u0001', '\u0002')
);
const text = fc.array(hostile, { maxLength: 60 }).map((pieces) => pieces.join(''));
const span = fc
  .tuple(fc.nat(100), fc.nat(100))
  .map(([start, length]) => ({ start, end: start + length }));

describe('a carried passage', () => {
  it('is inside the later text, and is the same text unless it changed', () => {
    fc.assert(fc.property(text, span, text, expectSound), runs(2_000));
  });

  it('is sound after an edit of hostile text', () => {
    fc.assert(
      fc.property(text, span, fc.nat(100), fc.nat(10), text, (before, quote, at, cut, added) => {
        expectSound(before, quote, before.slice(0, at) + added + before.slice(at + cut));
      }),
      runs(2_000)
    );
  });

  it('is the same when text is added at the end of the field', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), span, fc.lorem(), (before, quote, added) => {
        fc.pre(quote.start < quote.end && quote.end <= before.length);
        fc.pre(before.slice(quote.start, quote.end).trim() !== '');
        const result = carry({ text: before, ...quote }, `${before}\n${added}`);
        expect(result).toEqual({ outcome: 'here', ...quote });
      }),
      runs(500)
    );
  });
});

describe('an edit of prose', () => {
  const edited = (edit: edits.Edit) =>
    fc.nat().map((seed): Edited | null => {
      const random = randomFrom(seed);
      return edit(random.pick(all), random);
    });
  const all = writings(randomFrom(1)).filter(({ paragraphs }) => paragraphs.flat().length < 20);

  it.each([
    ['adds a paragraph', edits.paragraphAdded],
    ['removes a paragraph', edits.paragraphRemoved],
    ['changes words around the passage', edits.wordsAround],
    ['moves the paragraph', edits.paragraphMoved],
  ])('that %s never puts the passage in a wrong place', (_, edit) => {
    fc.assert(
      fc.property(edited(edit), (found) => {
        fc.pre(found !== null);
        const { before, quote, after, expected } = found;
        expectSound(before, quote, after);
        const result = carry({ text: before, ...quote }, after);
        if (result.outcome !== 'gone') expect(result).toMatchObject(expected!);
      }),
      runs(300)
    );
  });
});
