import { describe, expect, it } from 'vitest';

import { hashToken, mintToken } from '../../server/src/links/rules/token';
import { secretIn, secretWatch } from '../support/secrets';

describe('the check for secrets that runs in every test suite', () => {
  it.each([
    ['a column', '{"tokenHash":"x"}', 'the column tokenHash'],
    ['a hash', `{"x":"${hashToken('token')}"}`, 'a SHA-256'],
    ['a cipher', '{"x":"v1:00112233445566778899aabb:ff:00"}', 'a cipher'],
    ['a password', '{"x":"$2a$10$abcdefghijklmnopqrstuv"}', 'a bcrypt hash'],
    ['a private value', '{"x":"budget of 1840000"}', 'the private value "1840000"'],
  ])('finds %s', (_what, body, found) => {
    expect(secretIn(body, ['1840000'])).toBe(found);
  });

  it('accepts an ordinary answer', () => {
    expect(secretIn('{"data":{"tokenHint":"rA5k_x","hasPassword":false}}', ['1840000'])).toBeNull();
  });
});

describe('the search for used secrets in logs and errors', () => {
  const token = mintToken();
  const watching = (exchange: object = {}) => {
    const watch = secretWatch();
    watch.see({
      method: 'POST',
      path: `/share/${token}/unlock`,
      status: 302,
      request: { password: 'correct horse battery' },
      answer: '',
      cookies: ['share-unlock=v1.abcdefgh.ijkl; path=/'],
      ...exchange,
    });
    return watch;
  };

  it.each([
    ['a token', `GET /share/${token}/files/1`],
    ['a token within something longer', `x${token}x`],
    ['a password', 'tried "correct horse battery"'],
    ['a proof', 'cookie: v1.abcdefgh.ijkl'],
    ['the hash of a token', `no row has ${hashToken(token)}`],
    ['the hash of a password', 'insert into `links` values ($2b$10$abcdefghijklmnopqrstuv)'],
  ])('finds %s in a log', (_what, line) => {
    expect(watching().found(['all is well', line])).toEqual([`logged: ${line}`]);
  });

  it('finds a token that an answer contained, and a token in an error', () => {
    const given = mintToken();
    const watch = watching({ answer: `{"url":"https://a.example/share/${given}"}` });
    expect(watch.found([`lost ${given}`])).toHaveLength(1);
    expect(watching({ status: 404, answer: `no ${token} here` }).found([])).toHaveLength(1);
  });

  it('accepts hints, and the password form of a link', () => {
    const form = { status: 401, answer: `<form action="/share/${token}/unlock">` };
    const watch = watching(form);
    expect(watch.found([`GET /share/${token.slice(0, 6)}…`, 'wrong-password'])).toEqual([]);
    expect(watch.count()).toBe(3);
    const told = { ...form, answer: `${form.answer} correct horse battery` };
    expect(watching(told).found([])).toHaveLength(1);
  });
});
