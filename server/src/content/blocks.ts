import type { ShownBlock } from '../../../contracts/shown';
import { CUT_NOTE, cutText, MAX_TEXT } from './markdown';
import { safeImageUrl, safeLinkUrl } from './urls';

const MAX_NODES = 5_000;
const MAX_DEPTH = 12;

/** What is left to spend on one field; once anything had to be dropped, the reader is told. */
interface Budget {
  nodes: number;
  characters: number;
  cut: boolean;
}

type Node = Record<string, unknown>;

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

/**
 * Rebuilds the value of a blocks field from the parts that are known, and only from them.
 *
 * The column is JSON: anything may have been written into it, through the API or by an older
 * editor. What comes out has the editor's own grammar (so that it nests correctly as HTML too),
 * checked addresses and a bounded size. A node that is not known keeps its text, as a paragraph.
 * Null when nothing is left to read.
 */
export function cleanBlocks(value: unknown): ShownBlock[] | null {
  if (!Array.isArray(value)) return null;
  const budget: Budget = { nodes: MAX_NODES, characters: MAX_TEXT, cut: false };
  const blocks = each(value, budget, (node) => block(node, budget));
  if (budget.cut) {
    const note: ShownBlock = { type: 'text', text: CUT_NOTE, italic: true };
    blocks.push({ type: 'paragraph', children: [note] });
  }
  return blocks.length > 0 ? blocks : null;
}

function block(node: Node, budget: Budget): ShownBlock[] {
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return [{ type: node.type, children: inlines(node.children, budget) }];
    case 'heading':
      return [
        { type: 'heading', level: level(node.level), children: inlines(node.children, budget) },
      ];
    case 'code':
      return [
        { type: 'code', ...language(node.language), children: inlines(node.children, budget) },
      ];
    case 'list':
      return [list(node, budget, 1)];
    case 'image':
      return image(node.image, budget);
    default:
      return unknownBlock(node, budget);
  }
}

function list(node: Node, budget: Budget, depth: number): ShownBlock {
  const children = each(node.children, budget, (child): ShownBlock[] => {
    if (child.type === 'list' && depth < MAX_DEPTH) return [list(child, budget, depth + 1)];
    const item = listItem(child, budget, depth);
    return item.length > 0 ? [{ type: 'list-item', children: item }] : [];
  });
  return { type: 'list', format: node.format === 'ordered' ? 'ordered' : 'unordered', children };
}

/**
 * Lists inside an item are not the editor's own shape, but other writers of the field make them.
 */
function listItem(item: Node, budget: Budget, depth: number): ShownBlock[] {
  if (item.type !== 'list-item') return asText(item, budget);
  const children = each(item.children, budget, (child): ShownBlock[] => {
    if (child.type === 'list' && depth < MAX_DEPTH) return [list(child, budget, depth + 1)];
    return inline(child, budget);
  });
  return children.length > 0 ? children : [emptyText()];
}

function inlines(children: unknown, budget: Budget): ShownBlock[] {
  const nodes = each(children, budget, (child) => inline(child, budget));
  return nodes.length > 0 ? nodes : [emptyText()];
}

function inline(node: Node, budget: Budget): ShownBlock[] {
  if (node.type === 'text' || (node.type === undefined && typeof node.text === 'string')) {
    return text(node, budget);
  }
  if (node.type !== 'link') return asText(node, budget);
  const children = each(node.children, budget, (child) =>
    child.type === 'text' ? text(child, budget) : asText(child, budget)
  );
  const url = typeof node.url === 'string' ? safeLinkUrl(node.url) : null;
  return url === null || children.length === 0 ? children : [{ type: 'link', url, children }];
}

function text(node: Node, budget: Budget): ShownBlock[] {
  const words = spend(node.text, budget);
  if (words === null) return [];
  const shown: ShownBlock = { type: 'text', text: words };
  for (const mark of MARKS) if (node[mark] === true) shown[mark] = true;
  return [shown];
}

/** An image that may not be loaded leaves its description. */
function image(value: unknown, budget: Budget): ShownBlock[] {
  if (!isNode(value)) return [];
  const alternativeText = spend(value.alternativeText, budget) ?? '';
  const url = typeof value.url === 'string' ? safeImageUrl(value.url) : null;
  if (url === null) {
    if (alternativeText === '') return [];
    return [{ type: 'paragraph', children: [{ type: 'text', text: alternativeText }] }];
  }
  return [
    {
      type: 'image',
      image: {
        url,
        alternativeText,
        width: pixels(value.width),
        height: pixels(value.height),
      },
      children: [emptyText()],
    },
  ];
}

function unknownBlock(node: Node, budget: Budget): ShownBlock[] {
  const children = asText(node, budget);
  return children.some((child) => child.text) ? [{ type: 'paragraph', children }] : [];
}

/**
 * All text below a node, however deep; with a list of its own, since a recursion could be driven
 * too deep.
 */
function asText(node: Node, budget: Budget): ShownBlock[] {
  const parts: string[] = [];
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!isNode(next)) continue;
    if (next !== node && !spendNode(budget)) break;
    const words = spend(next.text, budget);
    if (words) parts.push(words);
    if (Array.isArray(next.children)) waiting.push(...head(next.children, budget).reverse());
  }
  return parts.length > 0 ? [{ type: 'text', text: parts.join(' ') }] : [];
}

/** Calls `make` for every child that is an object, for as long as the budget lasts. */
function each<T>(children: unknown, budget: Budget, make: (child: Node) => T[]): T[] {
  const made: T[] = [];
  if (!Array.isArray(children)) return made;
  for (const child of children) {
    if (!isNode(child)) continue;
    if (!spendNode(budget)) break;
    made.push(...make(child));
  }
  return made;
}

/** Children beyond the budget are never shown, so they are not even queued. */
function head(children: unknown[], budget: Budget): unknown[] {
  if (children.length > budget.nodes) budget.cut = true;
  return children.slice(0, budget.nodes);
}

function spendNode(budget: Budget): boolean {
  if (budget.nodes === 0) {
    budget.cut = true;
    return false;
  }
  budget.nodes -= 1;
  return true;
}

function spend(value: unknown, budget: Budget): string | null {
  if (typeof value !== 'string') return null;
  const words = cutText(value, budget.characters);
  if (words.length < value.length) budget.cut = true;
  budget.characters -= words.length;
  return words;
}

function level(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6
    ? value
    : 2;
}

function language(value: unknown): { language?: string } {
  return typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value) ? { language: value } : {};
}

function pixels(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < 100_000 ? Math.round(value) : 0;
}

function emptyText(): ShownBlock {
  return { type: 'text', text: '' };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
