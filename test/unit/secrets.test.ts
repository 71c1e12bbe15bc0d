import { describe, expect, it } from 'vitest';

import { hashToken } from '../../server/src/links/token';
import { secretIn } from '../support/secrets';

describe('the watch for secrets that every suite runs under', () => {
  it.each([
    ['a column', '{"tokenHash":"x"}', 'the column tokenHash'],
    ['a hash', `{"x":"${hashToken('token')}"}`, 'a SHA-256'],
    ['a cipher', '{"x":"v1:00112233445566778899aabb:ff:00"}', 'a cipher'],
    ['a password', '{"x":"$2a$10$abcdefghijklmnopqrstuv"}', 'a bcrypt hash'],
    ['a private value', '{"x":"budget of 1840000"}', 'the private value "1840000"'],
  ])('finds %s', (_what, body, found) => {
    expect(secretIn(body, ['1840000'])).toBe(found);
  });

  it('lets an ordinary answer pass', () => {
    expect(secretIn('{"data":{"tokenHint":"rA5k_x","hasPassword":false}}', ['1840000'])).toBeNull();
  });
});
