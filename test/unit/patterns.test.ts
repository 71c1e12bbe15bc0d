import { afterEach, describe, expect, it } from 'vitest';

import { hostileTexts, slowOn } from '../support/hostile-texts';
import { patternsIn } from '../support/patterns';

// Lets the test runner report each test, since all of them compute without a pause.
afterEach(() => new Promise<void>((resolve) => setImmediate(resolve)));

const LIMIT_MS = 50;

const found = patternsIn(['server/src', 'contracts', 'client']);

/** Files that build patterns at run time; the tests of their functions cover these. */
const MADE = [
  'server/src/core/csv.ts',
  'server/src/http/log-mask.ts',
  'server/src/reminders/plain-title.ts',
  'contracts/fold.ts',
  'contracts/link-schemas.ts',
];

/** All uses of a pattern: to find the first match, and to replace all matches. */
function runs(pattern: RegExp): ((text: string) => unknown)[] {
  const flags = pattern.flags.replace(/[gy]/g, '');
  const first = new RegExp(pattern.source, flags);
  const all = new RegExp(pattern.source, `${flags}g`);
  return [(text) => first.test(text), (text) => text.replace(all, '')];
}

describe('the time for a pattern grows only with the text', () => {
  it('and this test finds every pattern, and knows each file that builds one', () => {
    expect(found.length).toBeGreaterThan(100);
    const made = found.filter(({ pattern }) => pattern === null);
    const files = new Set(made.map(({ place }) => place.split(':')[0]));
    expect([...files]).toEqual(MADE);
  });

  it.each(found.filter(({ pattern }) => pattern !== null))('for $text at $place', ({ pattern }) => {
    const texts = hostileTexts(pattern!.source);
    for (const run of runs(pattern!)) expect(slowOn(texts, run, LIMIT_MS)).toBeNull();
  });
});
