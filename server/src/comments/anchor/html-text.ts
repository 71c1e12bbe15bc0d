import { decodeEntities } from './html-entities';
import { readTag } from './html-tag';

/** Elements that start a new line, before and after their text. */
export const BLOCK_TAGS: readonly string[] = [
  ...['address', 'article', 'aside', 'blockquote', 'body', 'br', 'caption', 'dd', 'details'],
  ...['dialog', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu'],
  ...['nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot'],
  ...['th', 'thead', 'tr', 'ul'],
];

/** Elements whose text nobody reads. */
export const SKIPPED_TAGS: readonly string[] = [
  ...['iframe', 'noembed', 'noframes', 'noscript', 'script', 'style', 'template', 'textarea'],
  ...['title', 'xmp'],
];

/** Attributes of elements that are no part of the text. */
export const SKIPPED_ATTRIBUTES: readonly string[] = ['hidden', 'data-no-quote'];

const blockTags = new Set(BLOCK_TAGS);
const skippedTags = new Set(SKIPPED_TAGS);

/** Elements without content and without an end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** What HTML calls blank. A no-break space is none. */
const isBlank = (char: string | undefined) => char !== undefined && '\t\n\f\r '.includes(char);

/**
 * The text of HTML as a script in the browser can rebuild it from the DOM, to the character:
 *
 * - `BLOCK_TAGS` divide the text into lines, at their start and at their end.
 * - A line is all text nodes between two of these, joined, without blanks at its ends.
 * - Lines without text are left out. The others are joined with a line feed.
 * - Comments, `SKIPPED_TAGS` and elements with one of `SKIPPED_ATTRIBUTES` have no text.
 *
 * The HTML comes from the plugin's own renderers: they close what they open, and write no named
 * entities but the five of XML and `nbsp`.
 */
export function textOfHtml(html: string): string {
  // A browser reads the page as UTF-8, which has no lone surrogates, and normalizes line ends.
  const source = html.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
  const lines: string[] = [];
  let pieces: string[] = [];
  const endLine = () => {
    const line = trimmed(pieces.join(''));
    if (line !== '') lines.push(line);
    pieces = [];
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const textEnd = open < 0 ? source.length : open;
    if (textEnd > at) pieces.push(decodeEntities(source.slice(at, textEnd).replace(/\0/g, '')));
    if (open < 0) break;
    const tag = readTag(source, open);
    if (!tag) {
      pieces.push('<');
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (tag.kind === 'comment') continue;
    const isSkipped =
      tag.kind === 'start' &&
      (skippedTags.has(tag.name) ||
        tag.attributes.some((name) => SKIPPED_ATTRIBUTES.includes(name)));
    if (isSkipped) {
      if (!VOID.test(tag.name)) at = endOfElement(source, tag.name, at);
      // The element is still a block in the DOM.
      if (blockTags.has(tag.name)) endLine();
      continue;
    }
    if (blockTags.has(tag.name)) endLine();
    // A browser drops the first line end of such an element.
    if (tag.kind === 'start' && tag.name === 'pre' && source[at] === '\n') at += 1;
  }
  endLine();
  return lines.join('\n');
}

/** The place after an element whose content starts at `at`. Elements of one name can be nested. */
function endOfElement(source: string, name: string, at: number): number {
  if (skippedTags.has(name) && name !== 'template') return endOfRawText(source, name, at);
  for (let depth = 1; depth > 0;) {
    const open = source.indexOf('<', at);
    if (open < 0) return source.length;
    const tag = readTag(source, open);
    at = tag?.end ?? open + 1;
    if (!tag || tag.kind === 'comment' || tag.name !== name) continue;
    depth += tag.kind === 'end' ? -1 : 1;
  }
  return at;
}

/** In a script and the like, only the own end tag is a tag. */
function endOfRawText(source: string, name: string, at: number): number {
  for (;;) {
    const open = source.indexOf('</', at);
    if (open < 0) return source.length;
    at = open + 2 + name.length;
    const isOwn = source.slice(open + 2, at).toLowerCase() === name;
    if (isOwn && /[\t\n\f\r />]/.test(source[at] ?? '')) {
      return readTag(source, open)?.end ?? source.length;
    }
    at = open + 2;
  }
}

/** A pattern for blanks at the end would take long for a line with many blanks inside. */
function trimmed(line: string): string {
  let [start, end] = [0, line.length];
  while (start < end && isBlank(line[start])) start += 1;
  while (end > start && isBlank(line[end - 1])) end -= 1;
  return line.slice(start, end);
}
