import { de } from './de';
import { en } from './en';
import type { IslandTexts } from './en/islands';
import type { MailTexts } from './en/mails';
import type { Texts } from './en/page';
import type { PreviewTexts } from './en/preview';
import type { SearchWords } from './en/search';
import { es } from './es';
import { fr } from './fr';

/** All words of the server in one language: for visitors and in mails. */
export interface Language {
  page: Texts;
  islands: IslandTexts;
  search: SearchWords;
  mails: MailTexts;
  preview: PreviewTexts;
}

/** To add a language, add a folder of the same shape and its name here. */
const LANGUAGES = new Map<string, Language>(Object.entries({ en, fr, de, es }));

/** The first of the requested languages that the plugin has, else English. */
function languageFor(tags: string[]): Language {
  const known = tags.map((tag) => LANGUAGES.get(tag.toLowerCase().split('-')[0] ?? ''));
  return known.find(Boolean) ?? en;
}

/** The page's own words, in the first of the requested languages that the plugin has. */
export const textsFor = (...tags: string[]): Texts => languageFor(tags).page;

export const islandTextsFor = (lang: string): IslandTexts => languageFor([lang]).islands;

export const searchWordsFor = (lang: string): SearchWords => languageFor([lang]).search;

/** What the panel's people read in a preview, in the language of their browser. */
export const previewTextsFor = (...tags: string[]): PreviewTexts => languageFor(tags).preview;

/** The words of mails, in the language of the person's panel. */
export const mailTexts = (lang: string | null): MailTexts => languageFor([lang ?? '']).mails;
