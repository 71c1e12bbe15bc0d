import { describe, expect, it } from 'vitest';

import {
  byteLength,
  generatePassword,
  passwordStrength,
} from '../../../../../../admin/src/links/form/password/password';

describe('byteLength() counts the bytes of', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['äöü', 6],
    ['€', 3],
    ['🙂', 4],
  ])('%s', (password, bytes) => {
    expect(byteLength(password)).toBe(bytes);
  });
});

describe('a generated password has', () => {
  it.each([
    ['four groups at least', 1, 19],
    ['still four for what they hold', 19, 19],
    ['longer where the site asks for it', 20, 24],
    ['as long as bcrypt can tell apart', 69, 69],
  ])('%s', (_title, minLength, length) => {
    const password = generatePassword(minLength);
    expect(password).toHaveLength(length);
    expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4})+$/);
    expect(passwordStrength(password)).toBe('strong');
  });

  it('different characters each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => generatePassword(8))).size).toBe(50);
  });

  it('no bytes that would make some characters more likely', () => {
    let calls = 0;
    const password = generatePassword(8, (bytes) => bytes.fill(calls++ === 0 ? 255 : 0));
    expect(password).toBe('aaaa-aaaa-aaaa-aaaa');
    expect(calls).toBe(2);
  });
});

describe('the strength of the password', () => {
  it.each([
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['secret', 'weak'],
    ['12345678', 'weak'],
    ['trustno1', 'fair'],
    ['Trustno1234', 'good'],
    ['hk7m-w3px-9rfd-ctq4', 'strong'],
    ['correct horse battery', 'strong'],
  ])('%s is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
