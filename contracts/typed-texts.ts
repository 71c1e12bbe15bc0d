/**
 * Signs that nobody sees and that come along when a text is copied: soft hyphens, zero-width blanks
 * and joiners, marks of direction, variants and the mark at the start of a file.
 */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;

/** The same text without the signs that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** All blanks that a keyboard or a word processor makes, except line ends and tabs. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The signs that word processors and phones write for those of a keyboard. */
const TYPOGRAPHY: [pattern: RegExp, sign: string][] = [
  [/[\u2018-\u201b\u2032\u2035\u02bc]/g, "'"],
  [/[\u201c-\u201f\u2033\u2036]/g, '"'],
  [/[\u2010-\u2013\u2212]/g, '-'],
];

/** The same text in one form of Unicode, without blanks around it and signs that nobody sees. */
export function trimmedPassword(text: string): string {
  return withoutInvisible(text).replace(BLANKS, ' ').trim().normalize('NFC');
}

/**
 * The form in which a password is stored. A password that is copied from a mail or typed on a phone
 * comes to the same form.
 */
export function normalPassword(text: string): string {
  return TYPOGRAPHY.reduce(
    (result, [pattern, sign]) => result.replace(pattern, sign),
    trimmedPassword(text)
  );
}
