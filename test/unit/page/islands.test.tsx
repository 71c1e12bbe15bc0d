import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { contentSecurityPolicy } from '../../../server/src/page/csp';
import { withScript } from '../../../server/src/page/islands';
import type { PageContext } from '../../../server/src/page/elements';
import { textsFor } from '../../../server/src/i18n/languages';
import { rootDir } from '../../support/paths';

const script = { src: '/share/assets/page.0123456789abcdef.js', integrity: 'sha384-AAAA' };
const page = { script, texts: textsFor('en'), textsLang: undefined } as PageContext;
const around = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;

it('the script of the pages is small', () => {
  const content = readFileSync(path.join(rootDir, 'dist/islands/page.js'));
  expect(content.length).toBeGreaterThan(200);
  expect(gzipSync(content).length).toBeLessThan(30_000);
});

it('a page without islands has no script and allows none', () => {
  const html = withScript(around('<p>data-island="search" is a text</p>'), page);
  expect(html).not.toContain('<script');
  expect(contentSecurityPolicy(html)).not.toMatch(/script-src|connect-src/);
});

it('a page with islands has one script, with its hash and no inline code', () => {
  const html = withScript(around('<div class="a" data-island="filters"></div>'), page);
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toMatch(
    /<script src="\/share\/assets\/page\.0123456789abcdef\.js" integrity="sha384-AAAA" defer="" [^<>]*><\/script><\/head>/
  );
  const policy = contentSecurityPolicy(html);
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/connect-src|unsafe|script-src[^;]*[*:]/);
});

it('only a page that refreshes itself may send requests to the site', () => {
  const html = withScript(around('<div data-island="refresh"></div>'), page);
  expect(contentSecurityPolicy(html)).toContain("script-src 'self'; connect-src 'self';");
});

it('a page allows nothing when the script does not exist', () => {
  const html = withScript(around('<div data-island="refresh"></div>'), { ...page, script: null });
  expect(html).not.toContain('<script');
  expect(contentSecurityPolicy(html)).not.toMatch(/script-src|connect-src/);
});
