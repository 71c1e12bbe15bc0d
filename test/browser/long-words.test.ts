import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import type { ShownField } from '../../contracts/shown';
import { renderMarkdown } from '../../server/src/content/markdown';
import {
  renderEntryPage,
  renderExplainedRefusal,
  renderFailurePage,
  renderLimitedPage,
  renderPasswordPage,
  renderRefusalPage,
  renderResultsPage,
} from '../../server/src/page/render';
import type { PageOptions, RenderedPage } from '../../server/src/page/render';
import { freshPage, shoot } from '../support/browser';
import { SCRIPT, openRendered } from '../support/rendered';
import { useBrowser } from '../support/use-panel';
import {
  entry,
  field,
  file,
  group,
  picture,
  related,
  relation,
  repeatable,
} from '../unit/page/support';

const browser = useBrowser();
let visitor: Page;

beforeAll(async () => {
  visitor = await freshPage(browser);
});

const WIDTHS = [320, 360, 768, 1440];

const ADDRESS = `https://intranet.example.com/${'projects-and-plans/'.repeat(6)}?id=${'0123456789'.repeat(9)}`;
const WORD =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender';

const text = (value: string) => [{ type: 'text', text: value }];
const link = (value: string) => [{ type: 'link', url: ADDRESS, children: text(value) }];

const blocksOf = (value: string) =>
  field('blocks', 'blocks', [
    { type: 'heading', level: 2, children: text(value) },
    { type: 'paragraph', children: text(value) },
    { type: 'paragraph', children: link(value) },
    { type: 'code', children: text(value) },
    { type: 'quote', children: text(value) },
    {
      type: 'list',
      format: 'unordered',
      children: [
        { type: 'list-item', children: text(value) },
        { type: 'list-item', children: link(value) },
      ],
    },
    {
      type: 'image',
      image: { url: '/share/token/files/1', alternativeText: value, width: 900, height: 600 },
      children: text(''),
    },
  ]);

const markdownOf = (value: string) =>
  field(
    'richtext',
    'richtext',
    renderMarkdown(
      [
        `## ${value}`,
        value,
        `**${value}** \`${value}\``,
        `[${value}](${ADDRESS})`,
        `- ${value}`,
        `1. ${value}`,
        `> ${value}`,
        `\`\`\`\n${value}\n\`\`\``,
        `| ${value} | b |\n|---|---|\n| ${value} | ${value} |`,
        `![${value}](/share/token/files/1)`,
      ].join('\n\n')
    )
  );

const files = (value: string) =>
  field(
    'files',
    'media',
    [
      picture({ id: 1, url: '/share/token/files/1', name: value, alt: value, caption: value }),
      picture({ id: 2, url: '/share/token/files/2', name: value, alt: value, caption: value }),
      file({ id: 3, url: '/share/token/files/3', mime: 'video/mp4', name: value, caption: value }),
      file({ id: 4, url: '/share/token/files/4', mime: 'audio/mpeg', name: value, caption: value }),
      file({ id: 5, url: '/share/token/files/5', name: `${value}.pdf`, caption: value }),
      file({ id: 6, url: '/share/token/files/6', name: value, mime: `application/x-${value}` }),
    ],
    { multiple: true, label: value }
  );

const shortFields = (value: string): ShownField[] => [
  field('string', 'string', value, { label: value }),
  field('text', 'text', value),
  field('email', 'email', `${value.replace(/\W/g, '')}@${'example'.repeat(9)}.com`),
  field('enumeration', 'enumeration', value, { label: value }),
  field('number', 'number', '1234567890'.repeat(6)),
  field('titles', 'relation', [related(value), related(value)], { cut: false }),
  field('one', 'relation', [related(value)], { cut: true }),
  field('list', 'json', [value, value]),
  field('pairs', 'json', { [value]: value, b: value }),
];

const row = (value: string, count: number) =>
  group(
    value,
    field('name', 'string', value),
    field('state', 'enumeration', count % 2 ? value : 'done', { label: value }),
    field('due', 'date', `2026-05-0${count}`, { label: value }),
    field('at', 'datetime', '2026-05-04T09:00:00.000Z'),
    field('who', 'relation', [related(value), related('Edith')], { cut: false }),
    field('note', 'string', value)
  );

const rows = (value: string) => [1, 2, 3, 4, 5, 6].map((count) => row(value, count));

const card = (value: string) =>
  related(value, ...shortFields(value), blocksOf(value), repeatable('rows', ...rows(value)));

const everything = (value: string): ShownField[] => [
  field('intro', 'text', value),
  ...shortFields(value),
  field('deep', 'json', { [value]: { [value]: [value, { [value]: value }] } }),
  markdownOf(value),
  blocksOf(value),
  files(value),
  repeatable('table', ...rows(value)),
  repeatable('pairs', ...rows(value).map(({ fields }) => group(value, fields[0]!, fields[5]!))),
  repeatable(
    'texts',
    group(value, field('a', 'text', value)),
    group(value, field('a', 'text', 'b'))
  ),
  repeatable(
    'groups',
    ...[value, 'Second'].map((title) =>
      group(title, field('title', 'string', title), repeatable('tasks', ...rows(value)))
    )
  ),
  relation('cards', [card(value), card(value)]),
  relation('only', [card(value)]),
  field('zone', 'dynamiczone', [
    group(
      'kpi',
      field('label', 'string', value),
      field('value', 'number', 42),
      field('unit', 'string', value)
    ),
    group('kpi', field('label', 'string', value), field('value', 'string', value)),
    group('quote', field('text', 'text', value), field('author', 'string', value)),
    group('action', field('label', 'string', value), field('url', 'string', ADDRESS)),
    group(
      'hero',
      field('heading', 'string', value),
      field('image', 'media', [picture()], { multiple: false })
    ),
    group('rows', field('title', 'string', value), repeatable('rows', ...rows(value))),
  ]),
];

const idOf = (name: string) => `${name}00000000000000000000`.slice(0, 24);
const child = (name: string, title: string, children: object[] = []) => ({
  id: idOf(name),
  title,
  typeName: 'Page',
  children,
});

const optionsOf = (value: string): Partial<PageOptions> => ({
  base: '/share/token',
  place: { locale: null, childId: idOf('b') },
  around: {
    root: { id: idOf('root'), title: value },
    children: [child('a', value), child('b', value, [child('c', value)]), child('d', value)],
    locales: [
      { code: 'en', name: value },
      { code: 'de', name: 'Deutsch' },
    ],
  } as unknown as PageOptions['around'],
  canPack: true,
  refreshSeconds: 5,
  script: SCRIPT,
  branding: { name: value, logo: null, color: null, footer: value },
});

/** Each kind of page, made of one text. */
function pagesOf(value: string): Record<string, RenderedPage> {
  const options = optionsOf(value);
  const shown = entry(everything(value), { title: value, id: idOf('b'), status: 'draft' });
  const alone = { ...options, around: null, script: SCRIPT };
  const hit = {
    entry: idOf('b'),
    title: value,
    anchor: 'x',
    label: value,
    snippet: [
      { text: `${value} `, isHit: false },
      { text: value, isHit: true },
    ],
  };
  return {
    'entry with a tree': renderEntryPage(shown, options),
    'entry alone': renderEntryPage(shown, alone),
    'without downloads': renderEntryPage(shown, { ...alone, allowDownload: false }),
    results: renderResultsPage(shown, options, {
      q: value,
      isBad: false,
      found: { hits: [hit, hit], cut: true },
    }),
    'no results': renderResultsPage(shown, options, {
      q: value,
      isBad: true,
      found: { hits: [], cut: false },
    }),
    password: renderPasswordPage(
      { address: `/share/${value}`, isWrong: true, isInFrame: true },
      options
    ),
    refusal: renderRefusalPage(options),
    explained: renderExplainedRefusal({ reason: 'expired', opensAt: null }, options),
    scheduled: renderExplainedRefusal(
      { reason: 'scheduled', opensAt: '2026-05-04T09:00:00.000Z' },
      options
    ),
    limited: renderLimitedPage(30, options),
    failure: renderFailurePage(options),
  };
}

/** What is wider than the screen and does not scroll in a box of its own that takes the focus. */
function tooWide(): string[] {
  const room = document.documentElement.clientWidth;
  const found: string[] = [];
  const inBox = (element: Element): boolean => {
    const box = element.parentElement?.closest('.scroll');
    return box instanceof HTMLElement && box.tabIndex === 0;
  };
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { right, width } = element.getBoundingClientRect();
    if (width < 2 || right <= room + 0.5 || inBox(element)) continue;
    found.push(`${element.localName}.${element.className} ${Math.round(right)}`);
  }
  if (document.documentElement.scrollWidth > room) {
    found.push(`page ${document.documentElement.scrollWidth}`);
  }
  return found;
}

describe.each([
  ['a web address', ADDRESS],
  ['a word of ninety letters', WORD],
])('%s', (_name, value) => {
  const pages = pagesOf(value);

  it.each(Object.keys(pages))('makes no page scroll sideways: %s', async (page) => {
    await openRendered(visitor, pages[page]!);
    await visitor.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      for (const toggle of document.querySelectorAll<HTMLElement>('.filters__toggle'))
        toggle.click();
    });
    for (const width of WIDTHS) {
      await visitor.setViewportSize({ width, height: 900 });
      expect([width, await visitor.evaluate(tooWide)]).toEqual([width, []]);
    }
  });
});

it('ordinary words in a table stay whole', async () => {
  const words = ['Acceptance', 'Dokumentation', 'Verantwortung'];
  const table = repeatable(
    'table',
    ...[1, 2, 3].map((count) =>
      group(
        'Row',
        ...words.map((word) => field(word, 'string', `${word} ${count}`)),
        field('address', 'string', WORD)
      )
    )
  );
  await openRendered(visitor, renderEntryPage(entry([table])));
  for (const width of WIDTHS) {
    await visitor.setViewportSize({ width, height: 900 });
    const broken = await visitor.evaluate((whole) => {
      const range = document.createRange();
      const found: string[] = [];
      if (!document.querySelector('table')) found.push('no table');
      for (const cell of document.querySelectorAll('td, th')) {
        const node = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
        for (const word of whole) {
          const at = node?.textContent?.indexOf(word) ?? -1;
          if (!node || at < 0) continue;
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          if (range.getClientRects().length > 1) found.push(word);
        }
      }
      return found;
    }, words);
    expect([width, broken]).toEqual([width, []]);
    await shoot(visitor, `long-words-${width}`);
  }
});
