import { SLUG_MAX_LENGTH, SLUG_MIN_LENGTH, SLUG_PATTERN } from '../../../../contracts/links';
import { withoutInvisible } from '../../../../contracts/typed-texts';
import { parseToken } from './token';

/** What an address may mean. Mails, chats and people change addresses on the way. */
export interface Spellings {
  /** The tokens that it can be, most likely first. */
  tokens: string[];
  slug: string | null;
}

/** Longer than any address with what programs put around it. */
const MAX_LENGTH = 256;

/** A slug that a person has chosen has no longer word. A broken token has. */
const MAX_WORD = 24;

const NOTHING: Spellings = { tokens: [], slug: null };

/**
 * Reads an address generously: it ignores invisible characters, punctuation and quotes at the ends,
 * what follows an address in a text, blanks from a line break, typographic dashes, and in slugs
 * capitals. An older token may have lost `-` or `_` at its end. No reading makes guessing easier:
 * each address means a handful of tokens at most.
 */
export function spellingsOf(value: unknown): Spellings {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return NOTHING;
  const token = parseToken(value);
  const text = plainText(value);
  const slug = isSlug(value) ? value : slugIn(text);
  return { tokens: token === null ? tokensIn(text, value) : [token], slug };
}

/** Undoes what encodings and word processors do to the characters of an address. */
function plainText(value: string): string {
  return withoutInvisible(value)
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/=(?:\r?\n|0D|0A|20|3D)/gi, ' ');
}

const MARKS = ['-', '_'];

/** The one text of 32 characters that can be a token. Of two, nobody knows which one is meant. */
function tokensIn(text: string, value: string): string[] {
  const runs = runsIn(text);
  const whole = runs.filter((run) => parseToken(run) !== null);
  if (whole.length > 0) return whole.length === 1 ? whole : [];
  const joined = runsIn(text.replace(/\s/g, '')).filter((run) => parseToken(run) !== null);
  if (joined.length > 0) return joined.length === 1 ? joined : [];
  const [run = ''] = runs;
  if (runs.length !== 1) return [];
  return [...withoutMarks(run), ...(run === value ? withLostMarks(run) : [])];
}

const runsIn = (text: string): string[] => text.match(/[A-Za-z0-9_-]+/g) ?? [];

/** Without one or two marks around it, as chats write italics. */
function withoutMarks(run: string): string[] {
  const starts = [0, 1, 2].filter((start) => isMarks(run.slice(0, start)));
  return starts.flatMap((start) => {
    const inner = run.slice(start, start + 32);
    const rest = run.slice(start + 32);
    const isFit = run.length > 32 && run.length <= 34 && isMarks(rest);
    return isFit && parseToken(inner) !== null ? [inner] : [];
  });
}

const isMarks = (text: string): boolean => [...text].every((sign) => MARKS.includes(sign));

/** An older token may end in signs that programs do not take for a part of an address. */
function withLostMarks(run: string): string[] {
  const ends = MARKS.flatMap((sign) =>
    run.length === 31 ? [sign] : MARKS.map((next) => sign + next)
  );
  return [...new Set(ends.map((end) => run + end))].filter((token) => parseToken(token) !== null);
}

/** The first words of a text, joined by hyphens, if they can be a slug that a person has chosen. */
function slugIn(text: string): string | null {
  const chosen = /[A-Za-z0-9][A-Za-z0-9\s_+-]*/.exec(text)?.[0] ?? '';
  const words = chosen
    .toLowerCase()
    .split(/[\s_+-]/)
    .filter((word) => word !== '');
  const slug = words.join('-');
  return words.every(({ length }) => length <= MAX_WORD) && isSlug(slug) ? slug : null;
}

function isSlug(value: string): boolean {
  return (
    value.length >= SLUG_MIN_LENGTH && value.length <= SLUG_MAX_LENGTH && SLUG_PATTERN.test(value)
  );
}
