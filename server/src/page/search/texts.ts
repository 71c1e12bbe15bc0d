import type {
  ShownEntry,
  ShownField,
  ShownFile,
  ShownReference,
} from '../../../../contracts/shown';
import { blocksText, htmlHeadings, htmlText } from '../../content/plain-text';
import { hashOf, keptTexts } from '../../core/kept-texts';
import { anchorOf } from '../layout/anchors';
import type { ValuePath } from '../layout/anchors';
import { fieldsOf, headingField, isEmpty, labelOf, listOf } from '../layout/arrange';
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatTime,
  humanise,
  oneLine,
  pageLocale,
  plainText,
} from '../values';

/** A text of an entry that a visitor can search for. */
export interface SearchText {
  kind: 'title' | 'heading' | 'text';
  text: string;
  /** The stored form of the same value: `1840` for 1,840. */
  also: string;
  /** Headings inside the text. */
  headings: string[];
  label: string | null;
  /** True if the label matches too. Of many equal labels on a page, only the first one does. */
  findsLabel: boolean;
  anchor: string | null;
}

/** All texts of an entry's page, in order. */
export function* textsOf(entry: ShownEntry): Generator<SearchText> {
  const title = titleOf(entry);
  yield {
    kind: 'title',
    text: title,
    also: '',
    headings: [],
    label: null,
    findsLabel: false,
    anchor: null,
  };
  const walk: Walk = { labels: new Set(), locale: pageLocale(entry.locale) };
  yield* textsIn(walk, fieldsOf(entry), [], { title });
}

export function titleOf(entry: ShownEntry): string {
  return oneLine(entry.title) || oneLine(entry.typeName);
}

interface Walk {
  /** The labels so far. */
  labels: Set<string>;
  locale: string;
}

/** The fields that are shown above the others. */
interface Top {
  /** A title that was already returned. */
  title?: string;
  heading?: ShownField | undefined;
}

function* textsIn(
  walk: Walk,
  fields: ShownField[],
  above: ValuePath,
  { title, heading }: Top
): Generator<SearchText> {
  for (const field of fields) {
    if (isEmpty(field)) continue;
    const path = [...above, field.name];
    const label = labelOf(field);
    if (title && field.type === 'string' && oneLine(field.value) === title) continue;
    const findsLabel = field !== heading && !walk.labels.has(label);
    walk.labels.add(label);
    const textAt = (text: string, extra: Partial<SearchText> = {}): SearchText => ({
      kind: field === heading ? 'heading' : 'text',
      text: clean(text),
      also: '',
      headings: [],
      label: label || null,
      findsLabel,
      anchor: anchorOf(path),
      ...extra,
    });

    switch (field.type) {
      case 'component':
      case 'dynamiczone':
        yield textAt('');
        for (const [index, group] of listOf<{ fields: ShownField[] }>(field.value).entries()) {
          const inner = fieldsOf(group);
          yield* textsIn(walk, inner, [...path, index], { heading: headingField(inner) });
        }
        break;
      case 'relation':
        yield textAt('');
        for (const [index, item] of listOf<ShownReference>(field.value).entries()) {
          const title = oneLine(item.title);
          const anchor = anchorOf([...path, index]);
          yield textAt(title, { kind: 'heading', findsLabel: false, anchor });
          yield* textsIn(walk, fieldsOf(item), [...path, index], { title });
        }
        break;
      case 'media':
        yield textAt('');
        for (const file of listOf<ShownFile>(field.value)) {
          yield textAt(fileText(file), { findsLabel: false });
        }
        break;
      case 'richtext': {
        const { text, headings } = wordsOfHtml(plainText(field.value));
        yield textAt(text, { headings });
        break;
      }
      case 'blocks': {
        const blocks = listOf<NonNullable<typeof field.value>[number]>(field.value);
        const headings = blocks.filter(({ type }) => type === 'heading');
        yield textAt(blocksText(blocks), {
          headings: headings.map((block) => clean(blocksText([block]))),
        });
        break;
      }
      default:
        yield textAt(scalarText(field, walk.locale), {
          also: field.type === 'json' ? '' : plainText(field.value),
        });
    }
  }
}

interface Words {
  text: string;
  headings: string[];
}

/** The maximum of cached characters: 16 to 32 MB of memory. */
const keptWords = keptTexts<Words>(16_000_000);

/** Caches the words under a hash of the HTML, so that the next search need not parse it again. */
function wordsOfHtml(html: string): Words {
  const key = hashOf(html);
  const known = keptWords.get(key);
  if (known) return known;
  const words = {
    text: clean(htmlText(html)),
    headings: htmlHeadings(html).map((heading) => clean(htmlText(heading.html))),
  };
  keptWords.set(key, words, words.text.length + words.headings.join('').length);
  return words;
}

/** The value as the page shows it, so that visitors find what they read. */
function scalarText(field: ShownField, locale: string): string {
  switch (field.type) {
    case 'enumeration':
      return humanise(field.value);
    case 'number':
      return formatNumber(field, locale);
    case 'date':
      return formatDate(field.value, locale);
    case 'time':
      return formatTime(field.value, locale);
    case 'datetime':
      return formatDateTime(field.value, locale);
    case 'json':
      return jsonText(field.value);
    case 'boolean':
      return '';
    default:
      return plainText(field.value);
  }
}

function jsonText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plainText(value);
  if (Array.isArray(value)) return value.map(jsonText).join(' ');
  return Object.entries(value)
    .map(([key, item]) => `${humanise(key)} ${jsonText(item)}`)
    .join(' ');
}

function fileText(file: ShownFile): string {
  const parts = [file.caption, file.alt, file.name].map((part) => oneLine(part));
  return [...new Set(parts)].filter((part) => part !== '').join(' · ');
}

/** Puts a text on one line and removes characters that change the text direction. */
function clean(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
