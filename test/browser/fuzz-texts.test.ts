import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { ShownEntry, ShownField } from '../../contracts/shown';
import { cleanBlocks } from '../../server/src/content/blocks';
import { renderMarkdown } from '../../server/src/content/markdown';
import { renderEntryPage } from '../../server/src/page/render';
import { freshPage } from '../support/browser';
import { runs } from '../support/fuzz';
import { PAGE_PARTS, strangeParts } from '../support/inert';
import { PAYLOADS } from '../support/payloads';
import { useBrowser } from '../support/use-panel';

const browser = useBrowser();
let page: Page;
const dialogs: string[] = [];

beforeAll(async () => {
  page = await freshPage(browser);
  // Nothing is loaded, whatever address a text contains: the test looks only at the page.
  await page.route('**', (route) => route.abort());
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});

/** Pieces that often confuse a parser; they are combined in any order. */
const PIECES = [
  ...['<', '>', '"', "'", '&', '`', '/', '\\', '\n', '\n\n', '    ', '\t', ' ', '\u0000', '\u202e'],
  ...['<script>', '</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<!--'],
  ...['-->', '<![CDATA[', ']]>', '<u>', '</u>', '<style>', '</title>', '<a href="', '">', '<base '],
  ...['javascript:alert(1)', 'data:text/html,<script>', '//evil.example', 'https://a.example/'],
  ...['[', ']', '](', ')', '![', '<https://', '&#x6a;avascript&colon;', '&lt;', '&#0;', '\ud800'],
  ...['```', '~~~', '# ', '> ', '- ', '1. ', '|', '|-|-|\n', '**', '__', '~~', 'x', 'é', '\r\n'],
];
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) }
);
const hostileText = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

/** Nodes of the blocks editor, and values that only look like nodes. */
const { node: hostileNode } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('text'), text: hostileText, bold: fc.boolean() }),
    fc.record(
      {
        type: fc.oneof(
          fc.constantFrom('paragraph', 'heading', 'quote', 'code', 'list', 'list-item', 'link'),
          fc.constantFrom('image', 'text', 'script', '__proto__')
        ),
        level: fc.oneof(fc.integer({ min: -1, max: 9 }), hostileText),
        url: hostileText,
        format: fc.constantFrom('ordered', 'unordered', 'x'),
        language: hostileText,
        image: fc.record({ url: hostileText, alternativeText: hostileText, width: fc.nat() }),
        children: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.jsonValue()),
      },
      { requiredKeys: ['type'] }
    ),
    fc.jsonValue()
  ),
}));

const field = (name: string, type: string, value: unknown): ShownField =>
  ({ name, label: name, type, value }) as ShownField;

const pageOf = (title: string, ...fields: ShownField[]) =>
  renderEntryPage({
    id: 'fuzzedentry0000000000001',
    title,
    typeName: 'Note',
    locale: 'en',
    status: 'published',
    frozenAt: null,
    publishedAt: null,
    updatedAt: '2026-05-11T09:00:00.000Z',
    fields,
  } satisfies ShownEntry).html;

/**
 * Parts that the browser finds in the HTML and that do not belong to a page, except pictures of
 * other sites.
 */
async function strangeIn(html: string): Promise<string[]> {
  await page.setContent(html, { waitUntil: 'commit' });
  const strange = await page.evaluate(strangeParts, PAGE_PARTS);
  // Another function, `content/embedded`, decides which pictures load.
  return strange.filter((part) => !/^<img src="(https?:\/\/|\/(?![/\\]))/.test(part));
}

const RUNS = runs(250);

describe('a browser finds nothing but parts of the page', () => {
  it('in any markdown', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await strangeIn(pageOf('x', field('a', 'richtext', renderMarkdown(text))))).toEqual(
          []
        );
      }),
      RUNS
    );
    expect(dialogs).toEqual([]);
  });

  it('in any blocks, which do not change when they are cleaned again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileNode, { maxLength: 4 }), async (nodes) => {
        const blocks = cleanBlocks(nodes);
        expect(cleanBlocks(blocks)).toEqual(blocks);
        expect(await strangeIn(pageOf('x', field('a', 'blocks', blocks)))).toEqual([]);
      }),
      RUNS
    );
    expect(dialogs).toEqual([]);
  });

  it('in any text, name, number, date or JSON', async () => {
    const types = ['string', 'text', 'enumeration', 'email', 'date', 'datetime', 'time', 'decimal'];
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, fc.jsonValue(), async (title, text, json) => {
        const fields = types.map((type) => field(`${type} ${title}`, type, text));
        const html = pageOf(title, ...fields, field(text, 'json', { [text]: json }));
        expect(await strangeIn(html)).toEqual([]);
        expect(html).not.toContain('[object Object]');
      }),
      RUNS
    );
    expect(dialogs).toEqual([]);
  });
});
