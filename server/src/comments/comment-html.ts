import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

import { COMMENT_MAX_LENGTH } from '../../../contracts/comments';
import { cutText } from '../content/markdown';
import { safeLinkUrl } from '../content/urls';

/**
 * Turns the Markdown of a comment into HTML that is safe on the page, in the panel, in mails and in
 * JSON: only this function makes it. A comment has paragraphs, bold, italic, code, lists and links.
 * It has no headings, pictures or HTML: these stay the text that was typed.
 */
export function commentHtml(markdown: string): string {
  return sanitizeHtml(parser.render(cutText(markdown, MAX_UNITS)), ALLOWED);
}

/** Each character takes one or two units of UTF-16. */
const MAX_UNITS = 2 * COMMENT_MAX_LENGTH;

/** The preset `zero` knows only paragraphs, and nests 20 levels at most. */
const parser = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable([
  'list',
  'fence',
  'emphasis',
  'backticks',
  'escape',
  'newline',
  'link',
  'linkify',
]);

/** Strangers write comments, so their links pass nothing on: no rank, and not where they stood. */
const REL = 'nofollow ugc noreferrer noopener';

/** Only whole addresses: a path would be one of the site itself, chosen by a stranger. */
const isWhole = (address: string): boolean => /^(?:https?|mailto):/i.test(address.trim());

parser.validateLink = (address) => isWhole(address) && safeLinkUrl(address) !== null;

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'code', 'pre', 'ul', 'ol', 'li', 'a'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '' }): sanitizeHtml.Tag => {
      const address = isWhole(href) ? safeLinkUrl(href) : null;
      return { tagName, attribs: address === null ? {} : { href: address, rel: REL } };
    },
  },
};
