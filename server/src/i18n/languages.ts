import { de } from './de';
import { en } from './en';
import type { IslandTexts } from './en/islands';
import type { MailTexts } from './en/mails';
import type { Texts } from './en/page';
import type { SearchWords } from './en/search';
import { es } from './es';
import { fr } from './fr';

/** Every word that the server says in a language: to visitors, and in mails. */
export interface Language {
  page: Texts;
  islands: IslandTexts;
  search: SearchWords;
  mails: MailTexts;
}

/** Another language joins by a folder of the same shape, and by its name here. */
const LANGUAGES = new Map<string, Language>(Object.entries({ en, fr, de, es }));

/** The first of these languages that is spoken here, else English. */
function languageFor(tags: string[]): Language {
  const known = tags.map((tag) => LANGUAGES.get(tag.toLowerCase().split('-')[0] ?? ''));
  return known.find(Boolean) ?? en;
}

/** The page's own words, in the first of these languages that it speaks. */
export const textsFor = (...tags: string[]): Texts => languageFor(tags).page;

export const islandTextsFor = (lang: string): IslandTexts => languageFor([lang]).islands;

export const searchWordsFor = (lang: string): SearchWords => languageFor([lang]).search;

/** In the language of the person's panel. */
export const mailTexts = (lang: string | null): MailTexts => languageFor([lang ?? '']).mails;
