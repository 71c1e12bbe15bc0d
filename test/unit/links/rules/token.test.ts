import { describe, expect, it } from 'vitest';

import { hashToken, hintOf, mintToken, parseToken } from '../../../../server/src/links/rules/token';

describe('a token', () => {
  it('has 24 random bytes, as 32 characters that are safe in an address', () => {
    const token = mintToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
  });

  it('has no sign that programs cut off, change or take for italics', () => {
    expect(Array.from({ length: 1000 }, mintToken).join('')).toMatch(/^[A-Za-z0-9]+$/);
  });

  it('is never created twice', () => {
    expect(new Set(Array.from({ length: 10_000 }, mintToken)).size).toBe(10_000);
  });

  it('has a hint of six characters', () => {
    const token = mintToken();
    expect(hintOf(token)).toBe(token.slice(0, 6));
  });

  it('is found by its SHA-256', () => {
    expect(hashToken('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
  });
});

describe('parseToken', () => {
  const token = 'rA5k_xY2pQ8jM1nL_Z9vW4bK3tH6cJ0-';

  it('accepts the shape of a token', () => {
    expect(parseToken(token)).toBe(token);
  });

  it.each([
    ['nothing', undefined],
    ['an empty string', ''],
    ['one character short', token.slice(1)],
    ['one character long', `${token}A`],
    ['padding', `${token.slice(1)}=`],
    ['a slash', `${token.slice(1)}/`],
    ['a newline at the end', `${token}\n`],
    ['a NUL', `${token.slice(1)}\0`],
    ['letters of another script', 'а'.repeat(32)],
    ['a list', [token]],
    ['a number', 12345678901234567890123456789012],
    ['SQL', "' OR 1=1 --aaaaaaaaaaaaaaaaaaaaaa"],
  ])('refuses %s', (_what, value) => {
    expect(parseToken(value)).toBeNull();
  });
});
