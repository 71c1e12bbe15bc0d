import { describe, expect, it } from 'vitest';

import { spellingsOf } from '../../../../server/src/links/rules/spellings';

const TOKEN = 'rA5kUxY2pQ8jM1nLeZ9vW4bK3tH6cJ0d';
const SLUG = 'lumen-energy-portal';

const tokensIn = (address: string) => spellingsOf(address).tokens;

describe('a token', () => {
  it.each([
    ['as it is', TOKEN],
    ['with the end of a sentence', `${TOKEN}.`],
    ['with a comma', `${TOKEN},`],
    ['in brackets', `(${TOKEN})`],
    ['in angle brackets', `<${TOKEN}>`],
    ['in quotes', `"${TOKEN}"`],
    ['in typographic quotes', `“${TOKEN}”`],
    ['in guillemets', `«${TOKEN}»`],
    ['with an apostrophe', `${TOKEN}'`],
    ['in bold', `**${TOKEN}**`],
    ['in italics of a chat', `_${TOKEN}_`],
    ['with a mark of italics at its end', `${TOKEN}_`],
    ['with an ellipsis', `${TOKEN}…`],
    ['with a blank', `${TOKEN} `],
    ['with a blank that is encoded again', `${TOKEN}%20`],
    ['with a line end', `${TOKEN}\r\n`],
    ['with a no-break space', `${TOKEN}\u00a0`],
    ['with zero-width blanks inside', `${TOKEN.slice(0, 9)}\u200b${TOKEN.slice(9)}\ufeff`],
    ['with a soft hyphen inside', `${TOKEN.slice(0, 16)}\u00ad${TOKEN.slice(16)}`],
    ['broken into two lines', `${TOKEN.slice(0, 20)} ${TOKEN.slice(20)}`],
    ['broken by quoted-printable', `${TOKEN.slice(0, 20)}=\r\n${TOKEN.slice(20)}`],
    ['with the sign of quoted-printable', `${TOKEN}=`],
    ['with an encoded sign of quoted-printable', `${TOKEN}=3D`],
    ['with a query that HTML has escaped', `${TOKEN}&amp;utm_source=mail&amp;fbclid=x`],
    ['with an encoded question mark', `${TOKEN}%3Futm_source=mail`],
    ['with the words after it', `${TOKEN} and tell me what you think`],
  ])('%s', (_what, address) => {
    expect(tokensIn(address)).toEqual([TOKEN]);
  });

  it('may have signs that word processors change', () => {
    const old = 'rA5k-xY2pQ8jM1nL_Z9vW4bK3tH6cJ00';
    expect(tokensIn(old.replace('-', '–'))).toEqual([old]);
    expect(tokensIn(`${old}.`)).toEqual([old]);
  });

  it('from before may have lost one or two signs at its end', () => {
    const rest = TOKEN.slice(0, 31);
    expect(tokensIn(rest)).toEqual([`${rest}-`, `${rest}_`]);
    const shorter = TOKEN.slice(0, 30);
    expect(tokensIn(shorter).map((token) => token.slice(30))).toEqual(['--', '-_', '_-', '__']);
  });

  it.each([
    ['two tokens', `${TOKEN} ${TOKEN.toLowerCase()}`],
    ['a longer word', `${TOKEN}A`],
    ['a shorter word with something around it', `${TOKEN.slice(0, 31)}'`],
    ['another script', 'а'.repeat(32)],
    ['nothing', ''],
    ['only signs', '%00'.repeat(32)],
    ['a very long text', `${TOKEN} ${'x '.repeat(200)}`],
    ['a list', [TOKEN]],
  ])('is not in %s', (_what, address) => {
    expect(spellingsOf(address).tokens).toEqual([]);
  });

  it('never means more than a handful', () => {
    const texts = ['-', '_', '-_', '_-'].flatMap((start) =>
      ['', '-', '_', '--', '__'].map((end) => start + TOKEN.slice(start.length + end.length) + end)
    );
    for (const text of [
      ...texts,
      ...texts.map((it) => `_${it}_`),
      ...texts.map((it) => `${it}.`),
    ]) {
      expect(tokensIn(text).length).toBeLessThanOrEqual(4);
    }
  });
});

describe('a slug', () => {
  it.each([
    ['as it is', SLUG],
    ['with the capital of a phone', 'Lumen-energy-portal'],
    ['in capitals', 'LUMEN-ENERGY-PORTAL'],
    ['with the end of a sentence', `${SLUG}.`],
    ['with a bracket', `${SLUG})`],
    ['in italics', `_${SLUG}_`],
    ['with typographic dashes', 'lumen–energy—portal'],
    ['with no-break hyphens', 'lumen\u2011energy\u2011portal'],
    ['with blanks for its hyphens', 'lumen energy portal'],
    ['broken at a hyphen', 'lumen-energy- portal'],
    ['with a zero-width blank', 'lumen-\u200benergy-portal'],
    ['with a query that HTML has escaped', `${SLUG}&amp;utm_source=mail`],
    ['with an encoded blank', `${SLUG}%20`],
  ])('%s', (_what, address) => {
    expect(spellingsOf(address).slug).toBe(SLUG);
  });

  it('that has the length of a token keeps both readings', () => {
    const both = 'lumen-energy-customer-portal-new';
    expect(both).toHaveLength(32);
    expect(spellingsOf(both)).toEqual({ tokens: [both], slug: both });
  });

  it.each(['A'.repeat(33), 'a'.repeat(65), `${'a'.repeat(31)}'`, '-a-', 'ab', 'no~such~thing'])(
    'is not read into %s',
    (address) => {
      expect(spellingsOf(address).slug).toBeNull();
    }
  );
});
