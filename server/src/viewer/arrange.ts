import type {
  ShownBlock,
  ShownEntry,
  ShownField,
  ShownFile,
  ShownGroup,
} from '../../../contracts/shown';
import { cleanBlocks } from '../content/blocks';
import { safeLinkUrl } from '../content/urls';
import { humanise, oneLine, plainText } from './values';

/** Groups nested deeper than this are announced, not shown. */
export const MAX_DEPTH = 12;

export interface Action {
  text: string;
  url: string;
}

/**
 * Fields in the order in which they are read, not in the order of the form they were typed into.
 */
export interface Arranged {
  heading: string;
  /** A summary, which needs no label to be understood. */
  lede: string;
  /** A logo, an icon or a portrait: goes beside the heading. */
  mark: ShownFile | null;
  /** An address with a text of its own, which together make a link. */
  action: Action | null;
  /** Short values, to be taken in at a glance. */
  facts: ShownField[];
  rest: ShownField[];
}

const HEADINGS = ['title', 'name', 'label', 'heading', 'headline'];
const LEDES =
  /^(summary|description|excerpt|subtitle|intro|introduction|teaser|lead|lede|text|abstract)$/i;
const MARKS = /^(logo|icon|avatar|portrait|photo)$/i;
const COVERS = /cover|hero|banner/i;
const QUIET =
  /^(intro|introduction|welcome|markdown|body|content|contents|text|article|blocks|sections|zone|components|widgets|dashboard|kpis|image|picture|photo|cover|file|media)$/i;

const MAX_FACT = 80;
const MAX_CELL = 200;
const MAX_LEDE = 600;

/** A page: its title is known already, and a large first image leads it. */
export function arrangeEntry(
  entry: ShownEntry,
  title: string
): Arranged & { lead: ShownFile | null } {
  const fields = fieldsOf(entry);
  const titled = fields.find((field) => isText(field) && oneLine(field.value) === title);
  const others = fields.filter((field) => field !== titled && !isEmpty(field));
  const leading = others.find((field) => field.type === 'media');
  const lead = leading ? leadImage(leading.name, onlyImage(leading)) : null;
  const arranged = arrange(others.filter((field) => lead === null || field !== leading));
  return { ...arranged, heading: title, lead };
}

/** A group: the first field called title, name or the like is its heading. */
export function arrangeGroup(group: ShownGroup): Arranged {
  const fields = fieldsOf(group).filter((field) => !isEmpty(field));
  const titled = headingField(fields);
  const marked = fields.find((field) => field.type === 'media' && MARKS.test(field.name));
  const mark = marked ? onlyImage(marked) : null;
  const arranged = arrange(
    fields.filter((field) => field !== titled && (mark === null || field !== marked))
  );
  return { ...arranged, heading: titled ? oneLine(titled.value) : '', mark };
}

function arrange(fields: ShownField[]): Arranged {
  const ledeField = fields.find(isLede);
  const lede = ledeField ? plainText(ledeField.value) : '';
  const { action, used } = actionOf(fields);
  const others = fields.filter((field) => field !== ledeField && !used.includes(field));
  return {
    heading: '',
    lede,
    mark: null,
    action,
    facts: others.filter((field) => isShort(field, MAX_FACT)),
    rest: others.filter((field) => !isShort(field, MAX_FACT)),
  };
}

/** `buttonLabel` and `buttonUrl` are two inputs of a form and one link to a reader. */
function actionOf(fields: ShownField[]): { action: Action | null; used: ShownField[] } {
  const texts = fields.filter(isText);
  for (const target of texts) {
    const stem = /^(.+?)_?(?:url|href|link)$/i.exec(target.name)?.[1];
    const url = safeLinkUrl(plainText(target.value));
    if (!stem || url === null) continue;
    const label = texts.find(
      ({ name }) => name !== target.name && /^_?(label|text|title)$/i.test(after(name, stem))
    );
    if (label) return { action: { text: oneLine(label.value), url }, used: [label, target] };
  }
  return { action: null, used: [] };
}

function after(name: string, stem: string): string {
  return name.startsWith(stem) ? name.slice(stem.length) : '';
}

export function headingField(fields: ShownField[]): ShownField | undefined {
  const texts = fields.filter((field) => isText(field) && !isEmpty(field));
  return HEADINGS.map((name) => texts.find((field) => field.name === name)).find(Boolean);
}

/**
 * Readers gain nothing from `Body` above the text of a page; those who can't see it still get the
 * heading.
 */
export function hasQuietLabel(field: ShownField): boolean {
  return QUIET.test(field.name);
}

/** Strapi calls a field by its name in the schema until somebody gives it a label. */
export function labelOf(field: ShownField): string {
  return humanise(field.label) || humanise(field.name);
}

export function fieldsOf(holder: { fields: ShownField[] }): ShownField[] {
  return listOf<ShownField>(holder.fields);
}

/** Lists in stored data can hold anything; only objects can be shown. */
export function listOf<T extends object>(value: unknown): T[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is T => typeof item === 'object' && item !== null);
}

export function isText(field: ShownField): field is ShownField & { type: 'string' | 'text' } {
  return field.type === 'string' || field.type === 'text';
}

/** Short enough for a cell of a table. */
export function fitsCell(field: ShownField): boolean {
  return isEmpty(field) || isShort(field, MAX_CELL);
}

function isShort(field: ShownField, max: number): boolean {
  switch (field.type) {
    case 'string':
    case 'text': {
      const text = plainText(field.value);
      return text.length <= max && (max > MAX_FACT || !text.includes('\n'));
    }
    case 'relation':
      return listOf(field.value).length <= 6;
    case 'json':
      return isShortJson(field.value, max);
    case 'richtext':
    case 'blocks':
    case 'media':
    case 'component':
    case 'dynamiczone':
      return false;
    default:
      return true;
  }
}

function isShortJson(value: unknown, max: number): boolean {
  if (Array.isArray(value)) {
    return (
      value.length <= 8 && value.every((item) => isShortJson(item, 40) && !Array.isArray(item))
    );
  }
  return typeof value === 'object' ? value === null : plainText(value).length <= max;
}

/** A text that explains what it stands under. */
export function isLede(field: ShownField): boolean {
  if (!isText(field) || !LEDES.test(field.name)) return false;
  const text = plainText(field.value);
  return text.length > 0 && text.length <= MAX_LEDE && !/\n\s*\n/.test(text);
}

/** Nothing to show; a label without a value only tells the reader what somebody did not do. */
export function isEmpty(field: ShownField, depth = 0): boolean {
  switch (field.type) {
    case 'boolean':
      return typeof field.value !== 'boolean';
    case 'richtext':
      return (
        !/<(img|hr)\b/.test(plainText(field.value)) &&
        !plainText(field.value)
          .replace(/<[^<>]*>/g, '')
          .trim()
      );
    case 'blocks':
      return readableBlocks(field.value).length === 0;
    case 'media':
      return listOf(field.value).length === 0;
    case 'relation':
      return !listOf<{ title: string }>(field.value).some(({ title }) => oneLine(title));
    case 'json':
      return isEmptyJson(field.value);
    case 'component':
    case 'dynamiczone':
      return (
        depth < MAX_DEPTH &&
        listOf<ShownGroup>(field.value).every((group) => isEmptyGroup(group, depth))
      );
    default:
      return plainText(field.value) === '';
  }
}

export function isEmptyGroup(group: ShownGroup, depth = 0): boolean {
  return fieldsOf(group).every((field) => isEmpty(field, depth + 1));
}

/** Checked once more, and without the empty paragraphs that editors use to make room. */
export function readableBlocks(value: unknown): ShownBlock[] {
  return (cleanBlocks(value) ?? []).filter(hasWords);
}

function hasWords(block: ShownBlock): boolean {
  return (
    block.type === 'image' || Boolean(block.text?.trim()) || Boolean(block.children?.some(hasWords))
  );
}

function isEmptyJson(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return typeof value !== 'boolean' && plainText(value) === '';
}

/** The image of a field that is made for one file and holds one. */
function onlyImage(field: ShownField): ShownFile | null {
  if (field.type !== 'media' || field.multiple) return null;
  const [only, ...more] = listOf<ShownFile>(field.value);
  return only && more.length === 0 && plainText(only.mime).startsWith('image/') ? only : null;
}

/**
 * A small or tall picture blown up to the width of the page is no lead, unless it was meant as one.
 */
function leadImage(name: string, image: ShownFile | null): ShownFile | null {
  if (!image || (image.width ?? 0) < 600) return null;
  return COVERS.test(name) || (image.width ?? 0) >= (image.height ?? 0) ? image : null;
}
