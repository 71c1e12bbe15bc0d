import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CONTEXT, findQuote, quoteAt } from '../../../../server/src/comments/anchor/quote';
import { runs } from '../../../support/fuzz';

const TEXT = 'One fox ran. Two dogs saw one fox. The fox saw no dogs.';

describe('a quote', () => {
  it('has 32 characters on each side', () => {
    const text = `${'a'.repeat(40)}quote${'b'.repeat(40)}`;
    expect(quoteAt(text, { start: 40, end: 45 })).toEqual({
      exact: 'quote',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
    });
  });

  it('has less at the ends of the text', () => {
    expect(quoteAt('one fox', { start: 0, end: 7 })).toEqual({
      exact: 'one fox',
      prefix: '',
      suffix: '',
    });
  });

  it('never cuts a character of two code units', () => {
    const text = `😀${'a'.repeat(31)}quote${'b'.repeat(31)}😀`;
    const { prefix, suffix } = quoteAt(text, { start: 33, end: 38 });
    expect(prefix).toBe('a'.repeat(31));
    expect(suffix).toBe('b'.repeat(31));
  });

  it('is found where it stands, and nowhere else', () => {
    expect(findQuote(TEXT, { exact: 'Two dogs', prefix: '', suffix: '' })).toEqual({
      start: 13,
      end: 21,
    });
    expect(findQuote(TEXT, { exact: 'two dogs', prefix: '', suffix: '' })).toBeNull();
    expect(findQuote('', { exact: 'fox', prefix: '', suffix: '' })).toBeNull();
  });

  it('is found by its context among equal passages', () => {
    const quote = { exact: 'fox', prefix: 'saw one ', suffix: '. The' };
    expect(findQuote(TEXT, quote)).toEqual({ start: 30, end: 33 });
  });

  it('is found by its place if the context tells nothing', () => {
    const quote = { exact: 'fox', prefix: '', suffix: '' };
    expect(findQuote(TEXT, quote)).toBeNull();
    expect(findQuote(TEXT, quote, 28)).toEqual({ start: 30, end: 33 });
    expect(findQuote('fox a fox', quote, 3)).toBeNull();
  });

  it('prefers its context to its place', () => {
    const quote = { exact: 'fox', prefix: 'One ', suffix: ' ran' };
    expect(findQuote(TEXT, quote, 39)).toEqual({ start: 4, end: 7 });
  });

  it.each(['', ' ', '\n\t ', '\u00a0'])('is not found if it is blank: %j', (exact) => {
    expect(findQuote(`a${exact} b`, { exact, prefix: 'a', suffix: '' }, 1)).toBeNull();
  });

  it('is not found inside a character of two code units', () => {
    expect(findQuote('a😀b', { exact: '\ude00b', prefix: '', suffix: '' })).toBeNull();
  });

  it('is not found if it stands at very many places', () => {
    expect(findQuote('a'.repeat(5_000), { exact: 'a', prefix: '', suffix: '' }, 7)).toBeNull();
  });

  it('that the server makes is found again at its place', () => {
    const pieces = fc.constantFrom('fox ', 'dog ', '😀', 'é', '\n', 'a', '漢');
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.nat(60),
        fc.nat(20),
        (all, at, length) => {
          const text = all.join('');
          const span = { start: at, end: at + length };
          const quote = quoteAt(text, span);
          fc.pre(span.end <= text.length && quote.exact.trim() !== '');
          fc.pre(!/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(quote.exact));
          expect(findQuote(text, quote, at)).toEqual(span);
          expect(quote.prefix.length).toBeLessThanOrEqual(CONTEXT);
        }
      ),
      runs(1_000)
    );
  });
});
