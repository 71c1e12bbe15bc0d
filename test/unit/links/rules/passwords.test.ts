import { describe, expect, it } from 'vitest';

import { createLinkSchema } from '../../../../contracts/link-schemas';
import { normalPassword } from '../../../../contracts/typed-texts';
import { passwordForms } from '../../../../server/src/links/rules/password';

const chosen = (password: string) => {
  const data = { contentType: 'api::x.x', documentId: 'x', password };
  const { success, data: parsed, error } = createLinkSchema.safeParse(data);
  return success ? parsed.password : error.issues[0]?.message;
};

describe('a password that is chosen', () => {
  it.each([
    ['blanks and line ends around it', ' correct horse\r\n', 'correct horse'],
    ['a tab and a no-break space at its end', 'correct horse\t\u00a0', 'correct horse'],
    ['a no-break space inside', 'correct\u00a0horse', 'correct horse'],
    ['a zero-width blank', 'correct\u200b horse\ufeff', 'correct horse'],
    ['typographic quotes', '“it’s”', '"it\'s"'],
    ['a dash for a hyphen', 'a–b', 'a-b'],
    ['accents as macOS writes them', 'cafe\u0301 noir', 'caf\u00e9 noir'],
  ])('is stored without %s', (_what, typed, stored) => {
    expect(chosen(typed)).toBe(stored);
    expect(normalPassword(stored)).toBe(stored);
  });

  it('keeps capitals, inner blanks and signs of every script', () => {
    expect(chosen('Grüße  aus Åre, 東京!')).toBe('Grüße  aus Åre, 東京!');
  });

  it('may have 72 bytes, counted in the form that is stored', () => {
    expect(chosen(` ${'x'.repeat(72)} `)).toBe('x'.repeat(72));
    expect(chosen('e\u0301'.repeat(36))).toBe('\u00e9'.repeat(36));
    expect(chosen('x'.repeat(73))).toMatch(/at most 72 bytes/);
  });

  it.each([
    ['a line end inside', 'one\ntwo', /one line/],
    ['a tab inside', 'one\ttwo', /one line/],
    ['a sign that was lost on the way', 'caf\ufffd', /one line/],
    ['nothing but blanks', ' \u00a0 ', /must not be empty/],
    ['a NUL', 'one\0two', /NUL/],
  ])('is refused with %s', (_what, typed, message) => {
    expect(chosen(typed)).toMatch(message);
  });
});

describe('the forms of a password that is tried', () => {
  it('are one for most passwords', () => {
    expect(passwordForms('correct horse battery')).toEqual(['correct horse battery']);
  });

  it('begin with the stored form, and contain the text as it was typed', () => {
    expect(passwordForms(' it’s ')).toEqual(["it's", ' it’s ', 'it’s']);
  });

  it('contain accents as macOS writes them, for older links', () => {
    expect(passwordForms('caf\u00e9')).toEqual(['caf\u00e9', 'cafe\u0301']);
  });

  it('are never more than four, and none over 72 bytes', () => {
    expect(passwordForms(' “e\u0301’ ').length).toBeLessThanOrEqual(4);
    expect(passwordForms(` ${'x'.repeat(72)}`)).toEqual(['x'.repeat(72)]);
    expect(passwordForms('x'.repeat(73))).toEqual([]);
    expect(passwordForms(' \r\n')).toEqual([' \r\n']);
  });
});
