import { describe, expect, it } from 'vitest';
import fc from 'fast-check';

import { fold, rangesOf, wordsOf } from '../../../server/src/page/search/fold';
import { queryIn } from '../../../server/src/page/search/query';
import { MAX_HITS, searchEntries } from '../../../server/src/page/search/search';
import { snippetOf } from '../../../server/src/page/search/snippet';
import { renderMarkdown } from '../../../server/src/content/markdown';
import { renderEntryPage, renderResultsPage } from '../../../server/src/page/render';
import { entry, field, file, group, repeatable } from './support';
import { LINEAR_MS, cpuMsOf } from '../../support/cpu';

const plain = (snippet: { text: string }[]) => snippet.map(({ text }) => text).join('');
const marked = (text: string, q: string) =>
  snippetOf(text, wordsOf(q))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('');

describe('a folded text', () => {
  it.each([
    ['Éric Ångström', 'eric angstrom'],
    ['STRASSE straße', 'strasse strasse'],
    ['Cœur, Æsir, Łódź, smørrebrød', 'coeur, aesir, lodz, smorrebrod'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['ﬁne ½ x²', 'fine 1⁄2 x2'],
    ['don’t', "don't"],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['2026–2027', '2026-2027'],
    ['日本語 한글', fold('日本語 한글')],
    ['e\u0301', 'e'],
  ])('is right for %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same for the whole text and character by character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([...text].map(fold).join('')).toBe(fold(text));
      })
    );
  });
});

describe('marks', () => {
  it.each([
    ['A café in Zürich', 'cafe zurich', 'A [café] in [Zürich]'],
    ['Die Straße', 'strasse', 'Die [Straße]'],
    ['Die Straße', 'stras', 'Die [Straß]e'],
    ['decomposed e\u0301te\u0301 here', 'ete', 'decomposed [e\u0301te\u0301] here'],
    ['abcabc', 'abc ab', '[abcabc]'],
    ['one two', 'three', 'one two'],
    ['<b>bold</b>', '<b>', '[<b>]bold</b>'],
    ['a+b (c)', '(c) a+b', '[a+b] [(c)]'],
    ['😀 smile 😀', '😀', '[😀] smile [😀]'],
  ])('in “%s” for “%s” are right', (text, q, expected) => {
    expect(marked(text, q)).toBe(expected);
  });

  it('are where the words are, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
        fc.string({ unit: 'grapheme' }),
        (before, word, after) => {
          const words = wordsOf(word);
          fc.pre(words.length === 1);
          const text = `${before} ${word} ${after}`;
          const ranges = rangesOf(text, words);
          expect(ranges.length).toBeGreaterThan(0);
          let at = 0;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(fold(text.slice(start, end))).toContain(words[0]);
            at = end;
          }
        }
      )
    );
  });
});

describe('a snippet', () => {
  const long = `${'lorem ipsum dolor sit amet '.repeat(40)}the needle stands here ${'consectetur adipiscing elit '.repeat(40)}`;

  it('is the part around the hit, cut between words', () => {
    const text = plain(snippetOf(long, ['needle']));
    expect(text).toMatch(/^… \w+ .*the needle stands here .* …$/);
    expect(text.length).toBeLessThan(240);
    expect(long).toContain(text.slice(2, -2));
  });

  it('is where most of the words are close together', () => {
    const text = `needle alone ${'x '.repeat(300)} a needle in a haystack ${'y '.repeat(300)}`;
    expect(plain(snippetOf(text, ['needle', 'haystack']))).toContain('a needle in a haystack');
  });

  it('has a limit for a text without spaces, and splits no character', () => {
    const text = `${'😀'.repeat(3_000)}needle${'😀'.repeat(3_000)}`;
    const snippet = plain(snippetOf(text, ['needle']));
    expect(snippet).toContain('needle');
    expect(snippet.length).toBeLessThan(260);
    expect(snippet).not.toMatch(
      /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/
    );
  });

  it('is found quickly in a megabyte in which everything is a hit', () => {
    let pieces: ReturnType<typeof snippetOf> = [];
    const ms = cpuMsOf(() => (pieces = snippetOf('a'.repeat(1_000_000), ['a', 'aa', 'aaa'])));
    expect(plain(pieces).length).toBeLessThan(4_000);
    expect(ms).toBeLessThan(LINEAR_MS);
  });
});

describe('a query', () => {
  it.each([
    [{ q: ' Zürich  Straße ' }, 'Zürich  Straße', ['zurich', 'strasse']],
    [{ data: { q: 'x' } }, 'x', ['x']],
    [{ q: 'a A á' }, 'a A á', ['a']],
    [{ q: 'x'.repeat(200) }, 'x'.repeat(200), ['x'.repeat(200)]],
    [{ q: '😀'.repeat(200) }, '😀'.repeat(200), ['😀'.repeat(200)]],
  ])('is read from %j', (body, q, words) => {
    expect(queryIn(body)).toEqual({ kind: 'query', q, words });
  });

  it.each([
    undefined,
    null,
    {},
    'x',
    { q: '' },
    { q: '   ' },
    { q: '\u0301\u200b' },
    { q: 7 },
    { q: ['x', 'y'] },
    { q: { $ne: '' } },
    { q: 'x'.repeat(201) },
    { data: 'x' },
    { data: null },
    { data: { q: null } },
  ])('is refused: %j', (body) => {
    expect(queryIn(body).kind).toBe('bad');
  });
});

describe('searching', () => {
  const tasks = repeatable(
    'tasks',
    group(
      'Task',
      field('title', 'string', 'Draw the plan'),
      field('status', 'enumeration', 'in_progress')
    ),
    group(
      'Task',
      field('title', 'string', 'Build the quay'),
      field('status', 'enumeration', 'done')
    )
  );
  const project = entry(
    [
      field('title', 'string', 'Harbour tickets'),
      field('summary', 'text', 'Tickets for every quay'),
      tasks,
      field('documents', 'relation', [
        {
          title: 'Minutes of May',
          typeName: 'Document',
          fields: [field('author', 'string', 'Ada')],
        },
      ]),
      field('attachments', 'media', [file({ name: 'quay-plan.pdf', caption: 'The plan' })]),
      field('startsOn', 'date', '2026-05-04'),
      field('budget', 'number', 1840000),
      field(
        'body',
        'richtext',
        renderMarkdown('# A quay\n\nSome **bold** words & more\n\n- in a list')
      ),
      field('empty', 'string', null),
      field('facts', 'json', { mooringPlaces: 12 }),
    ],
    { title: 'Harbour tickets', id: 'p1' }
  );
  const search = async (q: string, entries = [project]) => searchEntries(entries, wordsOf(q));
  const places = async (q: string) =>
    (await search(q)).hits.map(({ anchor, label }) => [anchor, label]);

  it('puts hits in titles first, then headings, then texts', async () => {
    const other = entry([field('body', 'text', 'Old harbour')], { title: 'Other', id: 'p2' });
    const last = entry([field('body', 'text', 'x')], { title: 'Harbour', id: 'p3' });
    const { hits } = await search('harbour', [other, project, last]);
    expect(hits.map((hit) => hit.entry)).toEqual(['p1', 'p3', 'p2']);
    expect(await places('quay')).toEqual([
      ['f-tasks-2', 'Title'],
      ['f-body', 'Body'],
      ['f-summary', 'Summary'],
      ['f-attachments', 'Attachments'],
    ]);
  });

  it.each([
    ['a label', 'starts on', [['f-startsOn', null]]],
    ['a label of a list, once', 'status', [['f-tasks-1', null]]],
    ['an enumeration as it is shown', 'in progress', [['f-tasks-1', 'Status']]],
    ['an enumeration as it is stored', 'in_progress', [['f-tasks-1', 'Status']]],
    ['a label with its value', 'status done', [['f-tasks-2', 'Status']]],
    ['the title of a related entry', 'minutes', [['f-documents-1', 'Documents']]],
    ['a field of a related entry', 'ada', [['f-documents-1', 'Author']]],
    ['the name of a file', 'plan.pdf', [['f-attachments', 'Attachments']]],
    ['a date as it is shown', 'may 4, 2026', [['f-startsOn', 'Starts on']]],
    ['a date as it is stored', '2026-05-04', [['f-startsOn', 'Starts on']]],
    ['a number', '1840000', [['f-budget', 'Budget']]],
    ['a number as it is shown', '1,840,000', [['f-budget', 'Budget']]],
    ['words of a text', 'bold words & more', [['f-body', 'Body']]],
    ['words of data', 'mooring 12', [['f-facts', 'Facts']]],
    ['the title, once', 'harbour tickets', [[null, null]]],
  ])('finds %s', async (_what, q, expected) => {
    expect(await places(q)).toEqual(expected);
  });

  it.each([
    ['words of different fields', 'harbour quay'],
    ['the label of an empty field', 'empty'],
    ['tags and entities of a text', 'strong'],
    ['entities', 'amp'],
    ['addresses of files', 'files/'],
    ['names of attributes', 'mooringPlaces'],
  ])('does not find %s', async (_what, q) => {
    expect((await search(q)).hits).toEqual([]);
  });

  it(`returns at most ${MAX_HITS} hits, and says that there are more`, async () => {
    const many = (count: number) =>
      entry(
        Array.from({ length: count }, (_, index) =>
          field(`f${index}`, 'text', `the needle ${index}`)
        )
      );
    expect(await search('needle', [many(MAX_HITS)])).toMatchObject({ cut: false });
    const cut = await search('needle', [many(MAX_HITS + 1)]);
    expect(cut.hits).toHaveLength(MAX_HITS);
    expect(cut.cut).toBe(true);
  });

  it('reads only a limited number of characters', async () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read += 1;
        yield entry([field('body', 'text', 'x'.repeat(1_000_000))]);
      }
    }
    expect(await searchEntries(endless(), ['needle'])).toEqual({ hits: [], cut: true });
    expect(read).toBeLessThan(30);
  });

  it('leads to anchors that the page has', async () => {
    const { html } = renderEntryPage(project);
    for (const q of ['starts on', 'quay', 'minutes', 'plan.pdf', '1840000', 'mooring']) {
      for (const { anchor } of (await search(q)).hits) {
        if (anchor) expect(html, anchor).toContain(`id="${anchor}"`);
      }
    }
  });

  it('shows a hit as text, whatever it contains', async () => {
    const attack = '"><img src=x onerror=alert(1)></mark><script>alert(1)</script>';
    const hostile = entry([{ ...field('a', 'text', attack), label: attack }], { title: attack });
    const { html } = renderResultsPage(
      hostile,
      { base: '/share/x' },
      { q: attack, isBad: false, found: await search('script', [hostile]) }
    );
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<img/);
    expect(html).toContain('<mark>script</mark>');
    for (const tag of html.match(/<[a-z][^>]*>/gi) ?? []) {
      expect(tag.replace(/="[^"]*"/g, '')).not.toMatch(/\son\w+|=/);
    }
  });
});
