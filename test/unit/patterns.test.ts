import { afterEach, describe, expect, it } from 'vitest';

import { hostileTexts, slowOn } from '../support/hostile-texts';
import { patternsIn } from '../support/patterns';

// Lets the runner hear of each test: all of them compute without a pause.
afterEach(() => new Promise<void>((resolve) => setImmediate(resolve)));

const LIMIT_MS = 50;

const found = patternsIn(['server/src', 'contracts', 'client']);

/** Put together while the code runs, each tested by the function that uses it. */
const MADE = [
  'server/src/core/csv.ts',
  'server/src/http/log-mask.ts',
  'server/src/page/search/fold.ts',
  'server/src/reminders/plain-title.ts',
  'contracts/link-schemas.ts',
];

/** Everything that a pattern is used for: the first place, all places, and what is put there. */
function runs(pattern: RegExp): ((text: string) => unknown)[] {
  const flags = pattern.flags.replace(/[gy]/g, '');
  const first = new RegExp(pattern.source, flags);
  const all = new RegExp(pattern.source, `${flags}g`);
  return [(text) => first.test(text), (text) => text.replace(all, '')];
}

describe('a pattern takes time that grows with the text', () => {
  it('all of them are found, and none is put together unknown to this test', () => {
    expect(found.length).toBeGreaterThan(100);
    const made = found.filter(({ pattern }) => pattern === null);
    const files = new Set(made.map(({ place }) => place.split(':')[0]));
    expect([...files]).toEqual(MADE);
  });

  it.each(found.filter(({ pattern }) => pattern !== null))('$text at $place', ({ pattern }) => {
    const texts = hostileTexts(pattern!.source);
    for (const run of runs(pattern!)) expect(slowOn(texts, run, LIMIT_MS)).toBeNull();
  });
});
