import type { ShownBlock, ShownField } from '../../../../contracts/shown';
import { htmlHeadings } from '../../content/plain-text';
import { oneLine, plainText } from '../values';
import { readableBlocks } from './arrange';

/**
 * Fits the headings of a text below the heading of its section. Editors choose levels by their
 * look, but a reader who jumps between headings needs an outline without gaps.
 */
export function fitLevels(levels: number[], base: number): number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(base + open.length - 1, 6);
  });
}

/**
 * The same for HTML from the plugin's own Markdown renderer, whose headings have no attributes.
 * With the anchor of the text, each heading gets an id below it.
 */
export function fitHeadings(html: string, base: number, anchor?: string): string {
  const levels = [...html.matchAll(/<h([1-6])>/g)].map((match) => Number(match[1]));
  const fitted = fitLevels(levels, base);
  let index = -1;
  return html.replace(/<(\/?)h[1-6]>/g, (_tag, slash: string) => {
    if (slash === '') index += 1;
    const id = anchor && slash === '' ? ` id="${headingId(anchor, index)}"` : '';
    return `<${slash}h${fitted[index] ?? 6}${id}>`;
  });
}

/** The id of a heading inside a text. No other id of a page contains this dot. */
export function headingId(anchor: string, index: number): string {
  return `${anchor}.h${index + 1}`;
}

export interface TextHeading {
  text: string;
  anchor: string;
}

/** The top headings of a text, for a table of contents. */
export function headingsIn(field: ShownField, anchor: string): TextHeading[] {
  const found = rawHeadings(field);
  const fitted = fitLevels(
    found.map(({ level }) => level),
    1
  );
  return found
    .map(({ text }, index) => ({ text: oneLine(text), anchor: headingId(anchor, index) }))
    .filter(({ text }, index) => text !== '' && fitted[index] === 1);
}

function rawHeadings(field: ShownField): { level: number; text: string }[] {
  if (field.type === 'richtext') {
    return htmlHeadings(plainText(field.value)).map(({ level, html }) => ({
      level,
      text: unescape(html.replace(/<[^<>]*>/g, '')),
    }));
  }
  if (field.type !== 'blocks') return [];
  return readableBlocks(field.value)
    .filter(({ type }) => type === 'heading')
    .map((block) => ({ level: block.level ?? 2, text: textOf(block) }));
}

function textOf(block: ShownBlock): string {
  return block.text ?? (block.children ?? []).map(textOf).join('');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Undoes the renderer's entities. React escapes the text again. */
function unescape(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => ENTITIES[name] ?? '');
}
