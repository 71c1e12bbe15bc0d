import type {
  ShownBlock,
  ShownEntry,
  ShownField,
  ShownFile,
  ShownGroup,
  ShownReference,
} from '../../../../contracts/shown';
import { cleanBlocks } from '../../content/blocks';
import { safeLinkUrl } from '../../content/urls';
import { shownAs } from '../file-kinds';
import { humanise, oneLine, plainText } from '../values';
import { MAX_DEPTH } from './anchors';
import type { Item } from './items';

export type TextField = ShownField & { type: 'string' | 'text' };

/** An address and its text, which form a link. */
export interface Action {
  label: TextField;
  target: TextField;
  url: string;
}

/** Fields in the order for reading, not in the order of the edit form. */
export interface Arranged {
  heading: string;
  /** A summary, shown without a label. */
  lede: TextField | null;
  /** A logo, an icon or a portrait, shown next to the heading. */
  mark: ShownFile | null;
  /** A large image before everything else, and the name of its field. */
  lead: { name: string; file: ShownFile } | null;
  action: Action | null;
  /** Short values, shown together. */
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

/** Arranges a page. Its title is known, and a large first image comes on top. */
export function arrangeEntry(
  entry: Pick<ShownEntry, 'fields'>,
  title: string
): Arranged & { titleField: ShownField | undefined } {
  const fields = fieldsOf(entry);
  const titleField = fields.find((field) => isText(field) && oneLine(field.value) === title);
  const others = fields.filter((field) => field !== titleField && !isEmpty(field));
  const { lead, rest } = takeLead(others);
  return { ...arrange(rest), heading: title, lead, titleField };
}

/**
 * Arranges one of several items. The heading of a group is its first field that is called title or
 * similar.
 */
export function arrangeItem(item: Pick<Item, 'title' | 'fields'>): Arranged {
  const filled = fieldsOf(item).filter((field) => !isEmpty(field));
  const titled =
    item.title === null
      ? headingField(filled)
      : filled.find((field) => isText(field) && oneLine(field.value) === item.title);
  const { mark, rest: unmarked } = takeMark(filled.filter((field) => field !== titled));
  const { lead, rest } = item.title === null ? { lead: null, rest: unmarked } : takeLead(unmarked);
  const heading = item.title ?? (titled ? oneLine(titled.value) : '');
  return { ...arrange(rest), heading, mark, lead };
}

function takeLead(fields: ShownField[]): { lead: Arranged['lead']; rest: ShownField[] } {
  const leading = fields.find((field) => field.type === 'media');
  const file = leading ? leadImage(leading.name, onlyImage(leading)) : null;
  if (!leading || !file) return { lead: null, rest: fields };
  return {
    lead: { name: leading.name, file },
    rest: fields.filter((field) => field !== leading),
  };
}

function takeMark(fields: ShownField[]): { mark: ShownFile | null; rest: ShownField[] } {
  const marked = fields.find((field) => field.type === 'media' && MARKS.test(field.name));
  const mark = marked ? onlyImage(marked) : null;
  return { mark, rest: mark ? fields.filter((field) => field !== marked) : fields };
}

function arrange(fields: ShownField[]): Arranged {
  const lede = fields.find(isLede) ?? null;
  const action = actionOf(fields);
  const others = fields.filter(
    (field) => field !== lede && field !== action?.label && field !== action?.target
  );
  return {
    heading: '',
    lede,
    mark: null,
    lead: null,
    action,
    facts: others.filter((field) => isShort(field, MAX_FACT)),
    rest: others.filter((field) => !isShort(field, MAX_FACT)),
  };
}

/** Joins fields such as `buttonLabel` and `buttonUrl` into one link. */
function actionOf(fields: ShownField[]): Action | null {
  const texts = fields.filter(isText);
  for (const target of texts) {
    const stem = /^(.+?)_?(?:url|href|link)$/i.exec(target.name)?.[1];
    const url = safeLinkUrl(plainText(target.value));
    if (!stem || url === null) continue;
    const label = texts.find(
      ({ name }) => name !== target.name && /^_?(label|text|title)$/i.test(after(name, stem))
    );
    if (label) return { label, target, url };
  }
  return null;
}

function after(name: string, stem: string): string {
  return name.startsWith(stem) ? name.slice(stem.length) : '';
}

export function headingField(fields: ShownField[]): ShownField | undefined {
  const texts = fields.filter((field) => isText(field) && !isEmpty(field));
  return HEADINGS.map((name) => texts.find((field) => field.name === name)).find(Boolean);
}

/** Returns true if the label, such as `Body`, is only useful for screen readers. */
export function hasQuietLabel(field: ShownField): boolean {
  return QUIET.test(field.name);
}

/** Without a configured label, Strapi uses the field's name in the schema. */
export function labelOf(field: ShownField): string {
  return humanise(field.label) || humanise(field.name);
}

export function fieldsOf(holder: { fields: ShownField[] }): ShownField[] {
  return listOf<ShownField>(holder.fields);
}

/** Keeps only objects: lists in stored data can contain anything. */
export function listOf<T extends object>(value: unknown): T[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is T => typeof item === 'object' && item !== null);
}

export function isText(field: ShownField): field is TextField {
  return field.type === 'string' || field.type === 'text';
}

/** Returns true if the value fits into a table cell. */
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
      return listOf(field.value).length <= 6 && !field.cut && !isFollowed(field);
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

/** Returns true if related entries show more than their titles. */
export function isFollowed(field: ShownField): boolean {
  return (
    field.type === 'relation' &&
    listOf<ShownReference>(field.value).some((related) =>
      fieldsOf(related).some((inner) => !isEmpty(inner))
    )
  );
}

/** Returns true for a text that introduces the heading above it. */
export function isLede(field: ShownField): field is TextField {
  if (!isText(field) || !LEDES.test(field.name)) return false;
  const text = plainText(field.value);
  return text.length > 0 && text.length <= MAX_LEDE && !/\n\s*\n/.test(text);
}

/** Returns true if there is nothing to show. The page then leaves out the label too. */
export function isEmpty(field: ShownField, depth = 0): boolean {
  switch (field.type) {
    case 'boolean':
      return typeof field.value !== 'boolean';
    case 'richtext':
      return (
        !/<(img|hr)\b/.test(plainText(field.value)) &&
        !/(?:^|>)\s*[^<\s]/.test(plainText(field.value))
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

export function isEmptyGroup(group: Pick<ShownGroup, 'fields'>, depth = 0): boolean {
  return fieldsOf(group).every((field) => isEmpty(field, depth + 1));
}

/** Checks blocks again and drops empty paragraphs, which editors use as space. */
export function readableBlocks(value: unknown): ShownBlock[] {
  return (cleanBlocks(value) ?? []).filter(hasWords);
}

function hasWords(block: ShownBlock): boolean {
  return (
    block.type === 'image' || Boolean(block.text?.trim()) || Boolean(block.children?.some(hasWords))
  );
}

/** Reads a simple object as a list of facts. Returns null for a more complex value. */
export function pairsOf(value: unknown, depth = 0): ShownField[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return null;
  const pairs = Object.entries(value)
    .filter(([, inner]) => !isEmptyJson(inner))
    .map(([name, inner]) => ({
      name,
      label: name,
      type: 'json' as const,
      value: inner as unknown,
    }));
  const isPlain = (inner: unknown) =>
    isShortJson(inner, MAX_CELL) || pairsOf(inner, depth + 1) !== null;
  return pairs.every((pair) => isPlain(pair.value)) ? pairs : null;
}

function isEmptyJson(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return typeof value !== 'boolean' && plainText(value) === '';
}

/** The image of a field for a single file. */
function onlyImage(field: ShownField): ShownFile | null {
  if (field.type !== 'media' || field.multiple) return null;
  const [only, ...more] = listOf<ShownFile>(field.value);
  return only && more.length === 0 && shownAs(plainText(only.mime)) === 'image' ? only : null;
}

/**
 * Returns null for a small image, or for a tall one unless its field is a cover: enlarged to the
 * full width, it makes no good lead.
 */
function leadImage(name: string, image: ShownFile | null): ShownFile | null {
  if (!image || (image.width ?? 0) < 600) return null;
  return COVERS.test(name) || (image.width ?? 0) >= (image.height ?? 0) ? image : null;
}
