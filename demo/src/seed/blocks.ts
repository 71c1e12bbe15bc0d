/** Builders for Strapi's blocks field, which keep the texts of the demo readable. */
import type { StoredFile } from './files/upload';

interface TextNode {
  type: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  code?: boolean;
}

interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

type Inline = string | TextNode | LinkNode;

type Parent = 'paragraph' | 'heading' | 'quote' | 'code' | 'list' | 'list-item' | 'image';

export interface Block {
  type: Parent;
  level?: number;
  format?: 'ordered' | 'unordered';
  image?: StoredFile;
  children: (TextNode | LinkNode | Block)[];
}

const plain = (text: string): TextNode => ({ type: 'text', text });
const inline = (nodes: Inline[]) =>
  nodes.map((node) => (typeof node === 'string' ? plain(node) : node));

export const bold = (text: string): TextNode => ({ ...plain(text), bold: true });
export const italic = (text: string): TextNode => ({ ...plain(text), italic: true });
export const mono = (text: string): TextNode => ({ ...plain(text), code: true });
export const link = (url: string, text: string): LinkNode => ({
  type: 'link',
  url,
  children: [plain(text)],
});

export const paragraph = (...nodes: Inline[]): Block => ({
  type: 'paragraph',
  children: inline(nodes),
});
export const heading = (level: 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  level,
  children: [plain(text)],
});
export const quote = (...nodes: Inline[]): Block => ({ type: 'quote', children: inline(nodes) });
export const code = (text: string): Block => ({ type: 'code', children: [plain(text)] });

const list = (format: 'ordered' | 'unordered', items: (string | Inline[])[]): Block => ({
  type: 'list',
  format,
  children: items.map((item) => ({
    type: 'list-item',
    children: inline(Array.isArray(item) ? item : [item]),
  })),
});

export const bullets = (...items: (string | Inline[])[]) => list('unordered', items);
export const steps = (...items: (string | Inline[])[]) => list('ordered', items);

/** The panel stores a copy of the file in the block, so the seed does too. */
export const image = (file: StoredFile): Block => ({
  type: 'image',
  image: JSON.parse(JSON.stringify(file)) as StoredFile,
  children: [plain('')],
});
