import { describe, expect, it } from 'vitest';

import type { ShownBlock } from '../../../contracts/shown';
import { cleanBlocks } from '../../../server/src/content/blocks';

const text = (words: unknown, marks = {}) => ({ type: 'text', text: words, ...marks });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });

describe('blocks of the editor', () => {
  it('keep everything that the plugin knows', () => {
    const blocks = [
      { type: 'heading', level: 2, children: [text('Plan')] },
      paragraph(text('a', { bold: true, italic: true }), text('b', { code: true })),
      { type: 'quote', children: [text('q')] },
      { type: 'code', language: 'typescript', children: [text('let a')] },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('one')] },
          {
            type: 'list',
            format: 'unordered',
            children: [{ type: 'list-item', children: [text('two')] }],
          },
        ],
      },
    ];
    expect(cleanBlocks(blocks)).toEqual(blocks);
  });

  it('do not change when they are cleaned again', () => {
    const once = cleanBlocks([
      paragraph({ type: 'link', url: 'https://a.example', children: [text('a')] }),
    ]);
    expect(cleanBlocks(once)).toEqual(once);
  });

  it('have no empty bullet when a list contains something other than items', () => {
    const list = (...children: unknown[]) => ({ type: 'list', format: 'unordered', children });
    expect(cleanBlocks([list(text(''), text('one'), { type: 'image' })])).toEqual([
      list({ type: 'list-item', children: [text('one')] }),
    ]);
  });

  it('keep only what the page needs of a picture', () => {
    const image = {
      url: 'https://cdn.example.com/a.png',
      alternativeText: null,
      width: 640,
      height: '480',
      hash: 'a_1',
      provider_metadata: { bucket: 'private' },
    };
    expect(cleanBlocks([{ type: 'image', image, children: [text('')] }])).toEqual([
      {
        type: 'image',
        image: { url: image.url, alternativeText: '', width: 640, height: 0 },
        children: [text('')],
      },
    ]);
  });

  it.each([[null], [undefined], ['text'], [{}], [[]], [[null, 5, 'x', []]]])(
    'are null when they contain nothing: %j',
    (value) => {
      expect(cleanBlocks(value)).toBeNull();
    }
  );
});

describe('blocks from an attacker', () => {
  it('lose unsafe addresses and keep the words', () => {
    for (const url of ['javascript:alert(1)', 'java\nscript:alert(1)', '//evil.example', 5, {}]) {
      const link = { type: 'link', url, children: [text('words')] };
      expect(cleanBlocks([paragraph(link)])).toEqual([paragraph(text('words'))]);
    }
    const image = { url: 'data:image/svg+xml,<svg onload=alert(1)>', alternativeText: 'words' };
    expect(cleanBlocks([{ type: 'image', image }])).toEqual([paragraph(text('words'))]);
  });

  it('lose unknown properties', () => {
    const hostile = {
      ...paragraph({
        ...text('a'),
        style: 'x',
        onClick: 'y',
        dangerouslySetInnerHTML: { __html: 'z' },
      }),
      className: 'x',
      dangerouslySetInnerHTML: { __html: '<script>' },
    };
    expect(cleanBlocks([hostile])).toEqual([paragraph(text('a'))]);
  });

  it('keep the text of unknown nodes, as a paragraph', () => {
    const mention = {
      type: 'mention',
      text: 'Inès',
      children: [{ type: 'x', children: [text('Berg')] }],
    };
    expect(cleanBlocks([mention])).toEqual([paragraph(text('Inès Berg'))]);
    expect(cleanBlocks([{ type: 'script', src: 'x' }])).toBeNull();
    expect(cleanBlocks([text('bare')])).toEqual([paragraph(text('bare'))]);
  });

  it('cause no error with values of a wrong type', () => {
    for (const wrong of [null, 5, true, 'x', {}, [[]]]) {
      expect(() =>
        cleanBlocks([
          paragraph(text(wrong, { bold: wrong })),
          { type: 'heading', level: wrong, children: wrong },
          { type: 'list', format: wrong, children: wrong },
          { type: 'code', language: wrong, children: wrong },
          { type: 'image', image: wrong },
          { type: wrong, children: wrong },
        ])
      ).not.toThrow();
    }
  });

  it('are nested at most 14 levels deep', () => {
    let list: unknown = {
      type: 'list',
      format: 'ordered',
      children: [{ type: 'list-item', children: [text('deep')] }],
    };
    for (let depth = 0; depth < 40; depth += 1)
      list = { type: 'list', format: 'ordered', children: [list] };
    const cleaned = cleanBlocks([list]);
    expect(depthOf(cleaned)).toBeLessThanOrEqual(14);
    expect(JSON.stringify(cleaned)).toContain('deep');
  });

  it('cause no error when they are nested a hundred thousand levels deep', () => {
    let node: unknown = text('deep');
    for (let depth = 0; depth < 100_000; depth += 1) node = { type: 'zzz', children: [node] };
    expect(() => cleanBlocks([node, paragraph(node)])).not.toThrow();
  });

  it('are cut when they are too many or too long, and say so', () => {
    const many = cleanBlocks(Array.from({ length: 20_000 }, () => paragraph(text('a'))));
    expect(many?.length).toBeLessThanOrEqual(5_001);
    expect(JSON.stringify(many?.at(-1))).toContain('too long');

    const much = JSON.stringify(cleanBlocks([paragraph(text('x'.repeat(1_000_000)))]));
    expect(much.length).toBeLessThan(201_000);
    expect(much).toContain('too long');
  });
});

function depthOf(blocks: ShownBlock[] | null | undefined): number {
  return blocks ? 1 + Math.max(0, ...blocks.map((block) => depthOf(block.children))) : 0;
}
