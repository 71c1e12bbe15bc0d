import type { ShownBlock } from '../../../contracts/shown';
import { CUT_NOTE, cutText, MAX_TEXT } from './markdown';
import { safeImageUrl, safeLinkUrl } from './urls';

const MAX_NODES = 5_000;
const MAX_DEPTH = 12;

/**
 * The remaining budget of one field. `cut` is true once something was dropped; the reader sees a
 * note then.
 */
interface Budget {
  nodes: number;
  characters: number;
  cut: boolean;
}

type Node = Record<string, unknown>;

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

/**
 * Rebuilds the value of a blocks field from known parts only.
 *
 * The column is JSON, so the API or an older editor may have written anything. The result follows
 * the editor's own grammar (so it also nests correctly as HTML), with checked addresses and a
 * limited size. An unknown node becomes a paragraph with its text. Returns null if nothing is left
 * to read.
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

/** Strapi's editor makes no lists inside an item, but other writers of the field do. */
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

/** An image that may not be loaded is replaced by its description. */
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
 * All text below a node, at any depth. It uses a list instead of recursion, which deep content
 * could overflow.
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

/** Calls `make` for every child that is an object, until the budget is used up. */
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

/** Children beyond the budget are never shown, so they are not queued. */
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
