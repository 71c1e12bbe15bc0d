import type { ShownBlock } from '../../../contracts/shown';

/** Tags that start a new line for a reader. */
const BREAKS = /<\/?(p|div|h[1-6]|li|ul|ol|t[rhd]|table|blockquote|pre|br|hr|figure)\b[^<>]*>/gi;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The text of HTML from the plugin's own renderer, with a line for each block. */
export function htmlText(html: string): string {
  return html
    .replace(BREAKS, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? (all as string);
      const code = parseInt(decimal ?? hex, decimal ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/** The headings of such HTML with their content. The renderer always closes them. */
export function htmlHeadings(html: string): { level: number; html: string }[] {
  const headings: { level: number; html: string }[] = [];
  let start: { level: number; at: number } | null = null;
  for (const { 0: tag, index } of html.matchAll(/<\/?h[1-6]\b[^<>]*>/g)) {
    const level = Number(/\d/.exec(tag)?.[0]);
    if (!tag.startsWith('</')) start = { level, at: index + tag.length };
    else if (start?.level === level) {
      headings.push({ level, html: html.slice(start.at, index) });
      start = null;
    }
  }
  return headings;
}

/** The text of blocks, with a line for each block and list item. */
export function blocksText(blocks: ShownBlock[]): string {
  return blocks
    .map((block) => wordsOf(block).trim())
    .filter((line) => line !== '')
    .join('\n');
}

function wordsOf(block: ShownBlock): string {
  if (block.image) return block.image.alternativeText;
  if (block.type === 'list') return `\n${blocksText(block.children ?? [])}`;
  return (block.text ?? '') + (block.children ?? []).map(wordsOf).join('');
}
