import { expect, it } from 'vitest';

import { MAX_TEXT, renderMarkdown } from '../../server/src/content/markdown';

/** Text made to keep a parser busy, a piece at a time. */
const PIECES = ['[', '*a_', '> ', '<u>', '//a.co/', 'http://a.co/"(', '![a]('];

const timeOf = (source: string): number => {
  const start = performance.now();
  renderMarkdown(source);
  return performance.now() - start;
};

/** How much longer hostile markdown of the greatest length takes than honest text of that length. */
it('hostile markdown, to plain text of the same length', () => {
  const honest = 'Plain words, **some** of them bold. '.repeat(MAX_TEXT / 36);
  timeOf(honest);
  const usual = timeOf(honest);
  for (const piece of PIECES) {
    const time = timeOf(piece.repeat(MAX_TEXT / piece.length));
    console.log(`${piece}: × ${(time / usual).toFixed(1)} of ${usual.toFixed(0)} ms`);
    expect(time).toBeGreaterThan(0);
  }
}, 300_000);
