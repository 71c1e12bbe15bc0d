import type { Core, UID } from '@strapi/strapi';

import { labelsOf } from './labels';
import { showableAttributes } from './paths';

/** Texts of one line. */
const LINES = ['string', 'email'];

/** Values that are no title even if the content manager has them as the main field. */
const NO_TITLES = ['relation', 'media', 'component', 'dynamiczone', 'json', 'blocks', 'richtext'];

/** The longest title that is made of a text which is no title. */
const MAX_LENGTH = 120;

interface TitleFields {
  /** The title attribute; null if the type has none that may be shown. */
  main: string | null;
  /** Other texts that can stand in for it, best first. */
  others: string[];
}

/**
 * The attributes that can give an entry its title: the main field of the content manager, or the
 * first line of text if visitors may not see that, and then the other texts in the order of the edit
 * view.
 */
export async function titleFields(strapi: Core.Strapi, uid: string): Promise<TitleFields> {
  const model = strapi.contentTypes[uid as UID.ContentType];
  if (!model) return { main: null, others: [] };
  const { mainField, order } = await labelsOf(strapi, model);
  const shown = new Map(showableAttributes(model));
  const names = [...new Set([...order, ...shown.keys()])];
  const typeOf = (name: string) => shown.get(name)?.type ?? '';
  const lines = names.filter((name) => LINES.includes(typeOf(name)));
  const isMain = shown.has(mainField) && !NO_TITLES.includes(typeOf(mainField));
  const main = isMain ? mainField : (lines[0] ?? null);
  const texts = [...lines, ...names.filter((name) => typeOf(name) === 'text')];
  return { main, others: texts.filter((name) => name !== main) };
}

/** The title attribute of the type. Returns null if the type has none that may be shown. */
export async function titleField(strapi: Core.Strapi, uid: string): Promise<string | null> {
  return (await titleFields(strapi, uid)).main;
}

/** What a title is made of. It contains only what its reader may see. */
export interface TitleParts {
  /** The value of the title attribute. */
  main?: unknown;
  /** Other texts, best first. Empty and blank ones do not count. */
  texts?: unknown[];
  fileNames?: unknown[];
  typeName: string;
  /** The place in a list of entries, from 1; null if it stands alone. */
  position?: number | null | undefined;
}

/**
 * The title of an entry: its title attribute, else its first text, else the name of its first file,
 * else its type and place, such as `Photo 3`. So no entry is left out because nobody gave it a title.
 */
export function makeTitle({ main, texts, fileNames, typeName, position }: TitleParts): string {
  if (isText(main)) return String(main);
  const found = [...(texts ?? []), ...(fileNames ?? [])].find(isText);
  if (found !== undefined) return shorten(String(found));
  return position ? `${typeName} ${position}` : typeName;
}

/** True for numbers as well, which a main field can be. */
export function isText(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

/** The first line of a text, cut between words if it is long. */
function shorten(text: string): string {
  const line = text.trim().split(/[\r\n]/, 1)[0]!;
  if (line.length <= MAX_LENGTH) return line;
  const end = line.lastIndexOf(' ', MAX_LENGTH);
  return `${line.slice(0, end > 0 ? end : MAX_LENGTH)}…`;
}
