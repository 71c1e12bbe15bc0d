import { expect, it } from 'vitest';

import { tokenMask } from '../../server/src/http/log-mask';
import { redactStatement } from '../../server/src/core/redact-statements';

const ROUNDS = 50;
/** About as long as the longest address that Node accepts. */
const LENGTH = 16_000;

const mask = tokenMask('/share');
const masked = (text: string) => redactStatement(mask(text));
const filled = (part: string) => part.repeat(LENGTH / part.length);

function millisecondsOf(text: string): number {
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) masked(text);
  return performance.now() - start;
}

/**
 * Visitors decide what is logged: no text may cost much more than other text of the same length.
 */
it.each([
  ['addresses of links', filled('/share/')],
  ['queries', filled('/share/?')],
  ['slashes', filled('/')],
  ['encoded slashes', `/share${filled('%2f')}`],
  ['beginnings of statements', `/share_link/${filled('select/')}`],
  ['names of tables', `select/${filled('share_link/')}`],
  ['dashes', `select share_link ${filled(' - ')}`],
])('a log line full of %s', (what, line) => {
  const plain = filled('/autumn/');
  millisecondsOf(line);
  const ratio = millisecondsOf(line) / millisecondsOf(plain);
  console.log(`${what}: x ${ratio.toFixed(1)} of an ordinary line of that length`);
  expect(ratio).toBeLessThan(100);
});
