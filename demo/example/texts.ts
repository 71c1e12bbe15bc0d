import type { ShownBlock } from 'strapi-plugin-share-links-client';

import { h } from './dom';
import { load } from './files';
import type { Drawing } from './files';

/** Shows a long text. The plugin has sanitized its HTML, so the page can use it as it is. */
export function showHtml(html: string, drawing: Drawing): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img')) {
    const address = image.src;
    image.removeAttribute('src');
    void load(image, address, drawing);
  }
  const text = h('div', {}, ...body.childNodes);
  fitHeadings(text);
  return text;
}

/** The nodes of Strapi's blocks editor. */
export function showBlocks(blocks: ShownBlock[], drawing: Drawing): HTMLElement {
  const text = h('div', {}, ...blocks.map((block) => showBlock(block, drawing)));
  fitHeadings(text);
  return text;
}

function showBlock(block: ShownBlock, drawing: Drawing): Node {
  const inside = (block.children ?? []).map((child) => showBlock(child, drawing));
  switch (block.type) {
    case 'text':
      return marked(block);
    case 'link':
      return h('a', { href: block.url ?? '', rel: 'noopener noreferrer' }, ...inside);
    case 'heading':
      return h(`h${block.level ?? 2}` as 'h2', {}, ...inside);
    case 'list':
      return h(block.format === 'ordered' ? 'ol' : 'ul', {}, ...inside);
    case 'list-item':
      return h('li', {}, ...inside);
    case 'quote':
      return h('blockquote', {}, ...inside);
    case 'code':
      return h('pre', { tabindex: '0' }, h('code', {}, ...inside));
    case 'image':
      return picture(block, drawing);
    default:
      return h('p', {}, ...inside);
  }
}

function marked({ text = '', ...marks }: ShownBlock): Node {
  let node: Node = document.createTextNode(text);
  if (marks.bold) node = h('strong', {}, node);
  if (marks.italic) node = h('em', {}, node);
  if (marks.underline) node = h('u', {}, node);
  if (marks.strikethrough) node = h('s', {}, node);
  if (marks.code) node = h('code', {}, node);
  return node;
}

function picture({ image }: ShownBlock, drawing: Drawing): Node {
  if (!image) return h('p');
  const element = h('img', { alt: image.alternativeText, loading: 'lazy' });
  void load(element, image.url, drawing);
  return h('figure', {}, element);
}

/** Fits the headings below the page's own, without gaps in their levels. */
function fitHeadings(text: HTMLElement): void {
  let above = 2;
  for (const heading of text.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    above = Math.min(Math.max(3, Number(heading.tagName[1])), above + 1);
    heading.replaceWith(h(`h${above}` as 'h3', {}, ...heading.childNodes));
  }
}
