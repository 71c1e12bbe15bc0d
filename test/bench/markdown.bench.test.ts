import { expect, it } from 'vitest';

import { MAX_TEXT, renderMarkdown } from '../../server/src/content/markdown';

/** Pieces that keep a parser busy when they are repeated. */
const PIECES = ['[', '*a_', '> ', '<u>', '//a.co/', 'http://a.co/"(', '![a]('];

const timeOf = (source: string): number => {
  const start = performance.now();
  renderMarkdown(source);
  return performance.now() - start;
};

/**
 * Prints how much longer hostile markdown takes than ordinary text, both of the greatest length.
 */
it('hostile markdown compared with plain text of the same length', () => {
  const honest = 'Plain words, **some** of them bold. '.repeat(MAX_TEXT / 36);
  timeOf(honest);
  const usual = timeOf(honest);
  for (const piece of PIECES) {
    const time = timeOf(piece.repeat(MAX_TEXT / piece.length));
    console.log(`${piece}: × ${(time / usual).toFixed(1)} of ${usual.toFixed(0)} ms`);
    expect(time).toBeGreaterThan(0);
  }
}, 300_000);
