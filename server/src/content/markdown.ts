import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

import { safeImageUrl, safeLinkUrl } from './urls';

/** Longer text is cut, so that one field can't block the server or a phone. */
export const MAX_TEXT = 200_000;

/** Replaces the cut text. It is part of the content, so it is not translated. */
export const CUT_NOTE = 'This text is too long to be shown in full.';

/** Cuts between characters, never inside one. */
export function cutText(text: string, max: number = MAX_TEXT): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

/**
 * Turns stored Markdown into HTML that is safe to show and to send.
 *
 * There are two barriers: the parser never lets HTML through, and an allow-list filters its output,
 * so a hole in one of them is not enough. Line breaks count, as in the preview of Strapi's editor.
 * Headings start at `h3`: the page has the `h1` and a field the `h2`.
 */
export function renderMarkdown(source: string): string {
  if (typeof source !== 'string' || source.trim() === '') return '';
  const html = sanitizeHtml(parser.render(cutText(source)), ALLOWED);
  return source.length > MAX_TEXT ? `${html}<p><em>${CUT_NOTE}</em></p>\n` : html;
}

const parser = new MarkdownIt({ html: false, linkify: true, typographer: false, breaks: true });

/**
 * On text made for an attack, finding bare addresses takes time that grows with the square of the
 * length. A line of this length is still quick. Longer lines only get links that are written as
 * links.
 */
const MAX_LINE_TO_LINKIFY = 2_000;

const linkify = parser.linkify;
const { test, match, matchAtStart } = linkify;
linkify.test = (text) => text.length <= MAX_LINE_TO_LINKIFY && test.call(linkify, text);
linkify.match = (text) => (text.length <= MAX_LINE_TO_LINKIFY ? match.call(linkify, text) : null);
linkify.matchAtStart = (text) => {
  const start = text.slice(0, MAX_LINE_TO_LINKIFY);
  const end = start.search(/\s/);
  if (end < 0 && text.length > MAX_LINE_TO_LINKIFY) return null;
  return matchAtStart.call(linkify, end < 0 ? start : start.slice(0, end));
};

/**
 * The toolbar of Strapi's editor writes underlined text as `<u>…</u>`, so this tag must be
 * supported. For the parser its tokens have no nesting, because an end without a start would break
 * it. The filter pairs them.
 */
parser.inline.ruler.before('autolink', 'underline', (state, silent) => {
  const tag = state.src.startsWith('<u>', state.pos)
    ? '<u>'
    : state.src.startsWith('</u>', state.pos)
      ? '</u>'
      : null;
  if (tag === null) return false;
  if (!silent) state.push(tag === '<u>' ? 'underline_open' : 'underline_close', 'u', 0);
  state.pos += tag.length;
  return true;
});

parser.renderer.rules.underline_open = () => '<u>';
parser.renderer.rules.underline_close = () => '</u>';

/** Removes nested underlines, and ends without a start. */
parser.core.ruler.push('underlines', (state) => {
  for (const block of state.tokens) {
    let depth = 0;
    block.children =
      block.children?.filter(({ type }) => {
        if (type === 'underline_open') return depth++ === 0;
        if (type === 'underline_close') return depth > 0 && --depth === 0;
        return true;
      }) ?? null;
  }
});

/** A refused link is replaced by its text, a refused image by its description. */
parser.core.ruler.push('addresses', (state) => {
  for (const block of state.tokens) {
    if (!block.children) continue;
    const refused: boolean[] = [];
    const kept: typeof block.children = [];
    for (const token of block.children) {
      if (token.type === 'link_open') {
        refused.push(safeLinkUrl(token.attrGet('href') ?? '') === null);
        if (refused.at(-1)) continue;
      }
      if (token.type === 'link_close' && refused.pop()) continue;
      if (token.type === 'image' && safeImageUrl(token.attrGet('src') ?? '') === null) {
        token.type = 'text';
      }
      kept.push(token);
    }
    block.children = kept;
  }
});

/** The alignment of a table cell becomes a class, because the page forbids inline styles. */
parser.core.ruler.push('table_alignment', (state) => {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const alignment = /text-align:(right|center)/.exec(token.attrGet('style') ?? '')?.[1];
    token.attrs = alignment ? [['class', `align-${alignment}`]] : null;
  }
});

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'li'],
    ...['strong', 'em', 's', 'u', 'code', 'a', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'title', 'loading'],
    ol: ['start'],
  },
  allowedClasses: {
    code: ['language-*'],
    th: ['align-right', 'align-center'],
    td: ['align-right', 'align-center'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  transformTags: {
    h1: 'h3',
    h2: 'h4',
    h3: 'h5',
    h4: 'h6',
    h5: 'h6',
    h6: 'h6',
    a: (tagName, { href = '', title = '' }): sanitizeHtml.Tag => {
      const address = safeLinkUrl(href);
      if (address === null) return { tagName, attribs: {} };
      return { tagName, attribs: { href: address, title, rel: 'noopener noreferrer nofollow' } };
    },
    img: (tagName, { src = '', alt = '', title = '' }): sanitizeHtml.Tag => {
      const address = safeImageUrl(src);
      if (address === null) return { tagName, attribs: {} };
      return { tagName, attribs: { src: address, alt, title, loading: 'lazy' } };
    },
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
};
