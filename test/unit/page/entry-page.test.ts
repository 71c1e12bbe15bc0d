import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { ShownFile } from '../../../contracts/shown';
import { cleanBlocks } from '../../../server/src/content/blocks';
import { renderMarkdown } from '../../../server/src/content/markdown';
import { renderEntryPage, renderRefusalPage } from '../../../server/src/page/render';
import { bodyOf, entry, field, group, picture, repeatable, withoutTags } from './support';

describe('the frame of a page', () => {
  it('says what it shows, and asks robots and referrers to stay away', () => {
    const html = bodyOf([field('a', 'string', 'b')]);
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    expect(html).toContain('<title>Smart metering</title>');
    expect(html).toContain('name="viewport" content="width=device-width, initial-scale=1"');
    expect(html).toContain('name="robots" content="noindex, nofollow, noarchive"');
    expect(html).toContain('name="referrer" content="no-referrer"');
    expect(html).toContain('Project');
    expect(withoutTags(html)).toContain('Published May 4, 2026 Updated May 11, 2026');
    expect(withoutTags(html)).toContain(
      'Shared with you by link. Anyone who has this link can open'
    );
    for (const landmark of ['<header', '<main id="content"', '<footer', 'href="#content"']) {
      expect(html).toContain(landmark);
    }
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('has no script, no inline style and no address of another site', () => {
    const { html } = renderEntryPage(entry([field('a', 'string', 'b')]));
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=|https?:\/\//);
  });

  it('allows its own style by its hash, and nothing else', () => {
    const { html, csp } = renderEntryPage(entry([]));
    const style = /<style>([^]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(csp).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; media-src 'self'; ` +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );
  });

  it('allows pictures and films only from hosts that the site names', () => {
    const foreign = entry([
      field('a', 'media', [picture({ url: 'https://cdn.example.com/a.png' })]),
      field('b', 'richtext', renderMarkdown('![c](https://pics.example.com/c.png)')),
    ]);
    expect(renderEntryPage(foreign).csp).toContain("img-src 'self'; media-src 'self';");
    const fileHosts = { images: ['cdn.example.com'], media: ['https://films.example.com:8443'] };
    const logo = 'https://brand.example.com/logo.svg';
    const branding = { name: null, logo, color: null, footer: null };
    expect(renderEntryPage(foreign, { fileHosts, branding }).csp).toContain(
      "img-src 'self' https://brand.example.com cdn.example.com; " +
        "media-src 'self' https://films.example.com:8443;"
    );
  });

  it('takes no directive from the name of a host', () => {
    for (const logo of ["https://a;script-src'unsafe-inline'/x.png", 'https://a,b/x.png']) {
      const branding = { name: null, logo, color: null, footer: null };
      const { csp } = renderEntryPage(entry([]), { branding });
      expect(csp).toContain("img-src 'self'; media-src");
    }
  });

  it('appears when it is complete, but a very long page when its header is', () => {
    const shownFrom = (html: string) =>
      / rel="expect" href="#([\w-]+)" blocking="render"/.exec(html)?.[1] ?? 'nowhere';
    const short = bodyOf([field('a', 'text', 'word '.repeat(100))]);
    const long = bodyOf([field('a', 'text', 'word '.repeat(30_000))]);
    expect(short).toContain(`<footer class="footer" id="${shownFrom(short)}">`);
    expect(long).toContain(`<header class="top" id="${shownFrom(long)}">`);
    expect(shownFrom(renderRefusalPage().html)).toBe('nowhere');
  });

  it('has a footer only when there is something to say', () => {
    const footer = 'Nordlys AS, Bergen';
    const branding = { name: null, logo: null, color: null, footer };
    expect(renderRefusalPage().html).not.toContain('<footer');
    expect(renderRefusalPage({ branding }).html).toContain(footer);
  });

  it('says that a draft is a draft', () => {
    expect(bodyOf([], { status: 'draft' })).toContain('This is a draft.');
    expect(bodyOf([], { status: 'published' })).not.toContain('draft');
    expect(bodyOf([], { status: null })).not.toContain('draft');
  });

  it('says so when there is nothing to show', () => {
    const empty = [
      field('a', 'string', null),
      field('b', 'media', []),
      field('c', 'richtext', '<p></p>'),
      repeatable('d', group('e', field('f', 'number', null))),
      field('g', 'json', {}),
    ];
    expect(bodyOf(empty)).toContain('Nothing to show yet');
    expect(bodyOf([...empty, field('h', 'boolean', false)])).not.toContain('Nothing to show yet');
  });

  it('uses the language of the entry, and marks its own texts when they are in another', () => {
    const html = bodyOf([field('a', 'date', '2026-02-14')], { locale: 'nb' });
    expect(html).toContain('<html lang="nb" dir="ltr">');
    expect(html).toContain('14. februar 2026');
    expect(html).toContain('<p lang="en" dir="auto">Shared with you by link.');
    expect(bodyOf([], { locale: 'ar' })).toContain('<html lang="ar" dir="rtl">');
    expect(bodyOf([], { locale: '"><script>' })).toContain('<html lang="en" dir="ltr">');
  });

  it('is always the same for the same entry', () => {
    const fields = [field('a', 'media', [picture()])];
    expect(renderEntryPage(entry(fields))).toEqual(renderEntryPage(entry(fields)));
  });
});

describe('the arrangement', () => {
  it('has the title once, the summary below it, and facts before texts', () => {
    const html = bodyOf([
      field('body', 'richtext', renderMarkdown('Long text.')),
      field('title', 'string', 'Smart metering'),
      field('phase', 'enumeration', 'delivery'),
      field('summary', 'text', 'Meters that report by themselves.'),
    ]);
    expect(html.split('Smart metering')).toHaveLength(3);
    const places = ['<h1', 'Meters that', 'Delivery', 'Long text.'].map((part) =>
      html.indexOf(part)
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('starts with a large picture, but not with a small one', () => {
    const cover = (more: Partial<ShownFile>) =>
      bodyOf([field('cover', 'media', [picture(more)], { multiple: false })]);
    expect(cover({})).toContain('class="lead"');
    expect(cover({ width: 200, height: 60 })).not.toContain('class="lead"');
  });

  it('has headings without gaps, whatever levels the editor chose', () => {
    const blocks = cleanBlocks(
      [4, 6, 2].map((level) => ({
        type: 'heading',
        level,
        children: [{ type: 'text', text: 'x' }],
      }))
    );
    const html = bodyOf([
      field('story', 'richtext', renderMarkdown('## a\n#### b\n# c')),
      field('plan', 'blocks', blocks),
      repeatable(
        'parts',
        group('p', field('title', 'string', 'P'), field('text_', 'richtext', renderMarkdown('# d')))
      ),
    ]);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
    expect(levels).toEqual([1, 2, 3, 4, 3, 2, 3, 4, 3, 2, 3, 4]);
  });
});

describe('the page of a refused link', () => {
  it('says what the visitor can do, and nothing else', () => {
    const { html, csp } = renderRefusalPage();
    expect(html).toContain('<title>Invalid or expired public link</title>');
    expect(html).toContain('Ask the person who sent it to you for a new one.');
    expect(html).toContain('noindex, nofollow, noarchive');
    expect(html).not.toMatch(/<script|\sstyle=|https?:\/\//);
    expect(csp).toContain("default-src 'none'");
  });

  it('is always the same', () => {
    expect(renderRefusalPage()).toEqual(renderRefusalPage());
  });
});
