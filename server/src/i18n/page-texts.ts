import { de } from './de/page';
import { en } from './en/page';
import type { Texts } from './en/page';
import { es } from './es/page';
import { fr } from './fr/page';

export type { Texts };

/** Another language joins by a file of the same shape. */
const LANGUAGES = new Map<string, Texts>(Object.entries({ en, fr, de, es }));

/** The page's own words in the first of these languages that it speaks, else in English. */
export function textsFor(...tags: string[]): Texts {
  const known = tags.map((tag) => LANGUAGES.get(tag.toLowerCase().split('-')[0] ?? ''));
  return known.find(Boolean) ?? en;
}
