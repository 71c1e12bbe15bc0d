/** Characters of a title that a subject has room for. */
const MAX_LENGTH = 80;

/** All that is read of a text that is longer still, as a title may be. */
const MAX_READ = 1000;

/** Line breaks and other controls, and marks that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** What mail programs would make a link of. */
const ADDRESSES = /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S*|\bwww\.\S*/giu;

/** What editors have written, as one short line of words that is safe in a header of a mail. */
export function plainTitle(text: string): string {
  const line = text
    .slice(0, MAX_READ)
    .replace(CONTROLS, ' ')
    .replace(ADDRESSES, '…')
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= MAX_LENGTH) return line;
  return `${characters
    .slice(0, MAX_LENGTH - 1)
    .join('')
    .trimEnd()}…`;
}
