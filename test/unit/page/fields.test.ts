import { describe, expect, it } from 'vitest';

import { renderMarkdown } from '../../../server/src/content/markdown';
import { renderEntryPage } from '../../../server/src/page/render';
import { bodyOf, entry, field, file, group, picture, repeatable, withoutTags } from './support';

describe('values', () => {
  it.each([
    ['string', 'Nordia', 'Nordia'],
    ['email', 'ines@example.com', 'ines@example.com'],
    ['enumeration', 'in_progress', 'In progress'],
    ['enumeration', 'proof of concept', 'Proof of concept'],
    ['enumeration', 'inReview', 'In review'],
    ['enumeration', 'EUR', 'EUR'],
    ['number', 61_240, '61,240'],
    ['number', '12345678901234567890.10', '12,345,678,901,234,567,890.10'],
    ['number', -0.5, '-0.5'],
    ['boolean', true, 'Yes'],
    ['boolean', false, 'No'],
    ['date', '2026-05-04', 'May 4, 2026'],
    ['time', '09:15:00.000', '9:15 AM'],
    ['datetime', '2026-05-04T07:30:00.000Z', 'May 4, 2026 at 7:30 AM UTC'],
    ['json', 'text', 'text'],
    ['json', 5, '5'],
  ])('of type %s: %j appears as %j', (type, value, shown) => {
    const fact = /<dd>(.*?)<\/dd>/.exec(bodyOf([field('a', type, value)]))?.[1] ?? '';
    // Some versions of the language data put a narrow space before AM.
    expect(fact.replace(/<[^>]*>/g, '').replace(/\s/g, ' ')).toBe(shown);
  });

  it('have a machine-readable form when they are dates', () => {
    const html = bodyOf([
      field('a', 'date', '2026-05-04'),
      field('b', 'datetime', '2026-05-04T07:30:00.000Z'),
    ]);
    expect(html).toContain('<time dateTime="2026-05-04">');
    expect(html).toContain('<time dateTime="2026-05-04T07:30:00.000Z">');
    expect(withoutTags(html)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('have no separator in a year', () => {
    expect(bodyOf([field('foundedYear', 'number', 2011)])).toContain('<dd>2011</dd>');
  });

  it('become a link when they are an address', () => {
    const html = bodyOf([field('website', 'string', 'https://nordia.example.com/')]);
    expect(html).toContain(
      '<a href="https://nordia.example.com/" rel="noopener noreferrer nofollow">'
    );
    expect(bodyOf([field('website', 'string', 'javascript:alert(1)')])).not.toContain('<a href="j');
  });

  it('of JSON are shown as they are stored', () => {
    expect(bodyOf([field('a', 'json', { b: [1, { c: '<' }] })])).toContain(
      '&quot;c&quot;: &quot;&lt;&quot;'
    );
    expect(bodyOf([field('a', 'json', ['x', 'y'])])).toContain('<li dir="auto">x</li>');
  });

  it('have readable labels, and no label when they are empty', () => {
    const html = bodyOf([field('dueOn', 'string', 'soon'), field('nobodyKnows', 'string', null)]);
    expect(html).toContain('Due on');
    expect(html).not.toContain('Nobody knows');
  });

  it('can be the titles of related entries', () => {
    const titles = [{ title: 'Contract' }, { title: 'Rollout plan' }];
    const html = withoutTags(bodyOf([field('documents', 'relation', titles)]));
    expect(html).toContain('Contract Rollout plan');
  });
});

describe('groups', () => {
  const task = (title: string, state: string, dueOn: string | null) =>
    group(
      'Task',
      field('title', 'string', title),
      field('state', 'enumeration', state),
      field('dueOn', 'date', dueOn),
      field('assignee', 'relation', [{ title: 'Jon Aasen' }])
    );

  it('of short values are a table with headers for columns and rows', () => {
    const html = bodyOf([
      repeatable('tasks', task('Fit', 'done', '2026-04-30'), task('Read', 'blocked', null)),
    ]);
    expect(html).toContain('<caption class="unseen">Tasks</caption>');
    expect(html).toContain('role="columnheader" scope="col" data-key="dueOn">Due on</th>');
    expect(html).toMatch(/role="rowheader" scope="row"><bdi[^>]*>Fit</);
    expect(html).toContain('data-label="State"');
    expect(html).toContain('<td role="cell" class="table__blank"></td>');
  });

  it('inside groups keep their heading and their table', () => {
    const html = bodyOf([
      repeatable(
        'taskGroups',
        group(
          'Task group',
          field('title', 'string', 'Trial'),
          repeatable('tasks', task('Fit', 'done', null))
        ),
        group(
          'Task group',
          field('title', 'string', 'Billing'),
          repeatable('tasks', task('Bill', 'planned', null))
        )
      ),
    ]);
    expect(html).toContain('<h2 dir="auto">Task groups</h2>');
    expect(html).toContain('<h3 dir="auto">Trial</h3>');
    expect(html).toContain('<h3 dir="auto">Billing</h3>');
    expect(html.match(/<table/g)).toHaveLength(2);
  });

  it('with one text each are a list', () => {
    const html = bodyOf([
      repeatable('goals', ...['a', 'b'].map((text) => group('g', field('text', 'text', text)))),
    ]);
    expect(html).toContain('<ul class="items"><li id="f-goals-1" class="lines" dir="auto">a</li>');
  });

  it('show a logo beside the name', () => {
    const customer = group(
      'Customer',
      field('name', 'string', 'Nordia'),
      field('logo', 'media', [picture()], { multiple: false })
    );
    const html = bodyOf([field('customer', 'component', [customer], { repeatable: false })]);
    expect(html).toMatch(/<figure class="mark">.*<h3 dir="auto">Nordia<\/h3>/);
  });

  it('of a dynamic zone keep their order, and show numbers as figures', () => {
    const html = bodyOf([
      field('kpis', 'dynamiczone', [
        group(
          'Number',
          field('label', 'string', 'Homes'),
          field('value', 'number', 61240),
          field('unit', 'string', 'homes')
        ),
        group('Progress', field('label', 'string', 'Scope'), field('percent', 'number', 58)),
        group('Note', field('markdown', 'richtext', renderMarkdown('A *note*.'))),
        group(
          'Quote',
          field('text', 'text', 'Better questions.'),
          field('person', 'string', 'Léa Morin')
        ),
        group(
          'Call to action',
          field('heading', 'string', 'Talk'),
          field('buttonLabel', 'string', 'Book'),
          field('buttonUrl', 'string', 'https://example.com/book')
        ),
      ]),
    ]);
    expect(withoutTags(html)).toContain(
      'Homes 61,240 homes Scope 58% A note . Better questions. Léa Morin Talk Book'
    );
    expect(html).toContain('<progress max="100" value="58" aria-label="Scope">');
    expect(html).toContain('<blockquote class="lines" dir="auto">Better questions.');
    expect(html).toMatch(/<a href="https:\/\/example.com\/book"[^>]*>Book<\/a>/);
  });
});

describe('files', () => {
  it('are listed with their name, kind and size', () => {
    const html = bodyOf([
      field('attachments', 'media', [
        file({}),
        file({ name: 'x.csv', mime: 'text/csv', size: 48_211 }),
      ]),
    ]);
    expect(html).toContain('<a href="/uploads/plan.pdf" rel="noopener noreferrer nofollow">');
    expect(withoutTags(html)).toContain('plan.pdf PDF document · 1.8 MB');
    expect(withoutTags(html)).toContain('x.csv CSV table · 48 kB');
  });

  it('that are pictures have all that a browser needs to choose a size and reserve the space', () => {
    const formats = [{ url: '/uploads/small a,b.png', width: 500, height: 250 }];
    const html = bodyOf([
      field('plan', 'media', [
        picture({ formats, caption: 'Dawn', width: 5_000, height: 10 }),
        picture(),
      ]),
    ]);
    expect(html).toContain('srcSet="/uploads/small%20a%2Cb.png 500w, /uploads/a.png 5000w"');
    expect(html).toMatch(/alt="A fjord" width="5000" height="10"/);
    expect(html).toContain('<figcaption dir="auto">Dawn</figcaption>');
    expect(html).toContain('<ul class="gallery">');
  });

  it('that are pictures load late, except the first', () => {
    const html = bodyOf([field('plan', 'media', [picture(), picture(), picture()])]);
    const waits = [...html.matchAll(/<img[^<>]*/g)].map(([tag]) => [
      tag.includes('loading="lazy"'),
      tag.includes('fetchpriority="high"'),
    ]);
    expect(waits).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  it('that can contain script appear only as an image', () => {
    const svg = { url: '/uploads/a.svg', name: 'a.svg' };
    for (const more of [
      { ...svg, mime: 'image/svg+xml' },
      { ...svg, mime: 'image/png' },
    ]) {
      const html = bodyOf([field('plan', 'media', [picture(more)])]);
      expect(html).toContain('<img src="/uploads/a.svg"');
      expect(html).not.toContain('href="/uploads');
    }
  });

  it('have one address to be shown and another to be opened', () => {
    const at = '/share/rA5k/files/1';
    const html = bodyOf([
      field('a', 'media', [picture({ url: at })], { multiple: true }),
      field('b', 'media', [file({ url: at, mime: 'video/mp4', name: 'a.mp4' }), file({ url: at })]),
    ]);
    expect(html).toContain(`<img src="${at}?size=full"`);
    expect(html).toContain(`<a href="${at}" aria-label="View image`);
    expect(html).toContain(`src="${at}?size=full" aria-label="a.mp4"`);
    expect(html).toContain(`<a href="${at}" rel=`);
  });

  it('of a link without downloads are shown or named, but never linked', () => {
    const at = '/share/rA5k/files/1';
    const page = (allowDownload: boolean) =>
      renderEntryPage(
        entry([
          field('a', 'media', [picture({ url: at })], { multiple: true }),
          field('b', 'media', [file({ url: at, name: 'plan.pdf' })]),
        ]),
        { allowDownload, canPack: true, base: '/share/rA5k' }
      ).html;
    expect(page(false)).toContain(`<img src="${at}?size=full"`);
    expect(page(false)).toContain('plan.pdf');
    expect(page(false)).toContain('Downloads are turned off for this link.');
    expect(page(false)).not.toContain('href="/share');
    expect(page(true)).not.toContain('Downloads are turned off');
  });

  it('can be downloaded together when they are several, with their number and size', () => {
    const page = (count: number, options: object = {}) =>
      renderEntryPage(
        entry([
          field(
            'a',
            'media',
            Array.from({ length: count }, (_, id) => file({ id, size: 1_500_000 }))
          ),
        ]),
        { canPack: true, base: '/share/rA5k', ...options }
      ).html;
    expect(page(2)).toContain('<a href="/share/rA5k/files.zip"');
    expect(withoutTags(page(2))).toContain('Download all files 2 files · 3 MB');
    const child = { locale: 'fr', childId: 'abcdefghijklmnopqrstuvwx' };
    expect(page(2, { place: child })).toContain(
      '<a href="/share/rA5k/fr/abcdefghijklmnopqrstuvwx/files.zip"'
    );
    for (const html of [page(1), page(2, { canPack: false }), page(2, { allowDownload: false })]) {
      expect(html).not.toContain('files.zip');
    }
  });

  it('that no browser can show are listed, even when their type says image', () => {
    const html = bodyOf([field('a', 'media', [file({ mime: 'image/tiff', name: 'scan.tiff' })])]);
    expect(html).not.toContain('<img');
    expect(withoutTags(html)).toContain('scan.tiff TIFF image');
  });

  it('that are film or sound have controls', () => {
    const html = bodyOf([
      field('a', 'media', [file({ mime: 'video/mp4' }), file({ mime: 'audio/mpeg' })]),
    ]);
    expect(html).toMatch(/<video controls=""/);
    expect(html).toMatch(/<audio controls=""/);
  });

  it('can’t hide their type behind a name that is turned around', () => {
    const html = bodyOf([
      field('a', 'media', [
        file({ name: 'invoice\u202efdp.exe', mime: 'application/octet-stream' }),
      ]),
    ]);
    expect(html).toContain('invoicefdp.exe');
    expect(html).toContain('EXE file');
  });
});
