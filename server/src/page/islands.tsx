import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { islandTextsFor } from '../i18n/languages';
import type { PageContext } from './elements';

/** Where the code of the islands is, and what it must be. */
export interface PageScript {
  src: string;
  integrity: string;
}

/**
 * The parts of a page that script brings to life. Each has a root in the page, an element with
 * `data-island`; the page reads and prints without any of them.
 */
type Island = 'filters' | 'refresh';

/** Islands that ask the site for something; the others do with what is on the page. */
const ASKING: Island[] = ['refresh'];

/** Text can't have this form: whoever made the page has escaped its angle brackets and quotes. */
const ROOT = /<[a-z]+\b[^<>]*\sdata-island="([a-z]+)"/g;

function islandsOn(html: string): string[] {
  return [...html.matchAll(ROOT)].map(([, name = '']) => name);
}

/** The finished page with the script, if there is anything on it for the script to do. */
export function withScript(html: string, page: PageContext): string {
  const { script, textsLang, texts } = page;
  if (!script || islandsOn(html).length === 0) return html;
  const tag = renderToStaticMarkup(
    <script
      src={script.src}
      integrity={script.integrity}
      defer
      data-lang={textsLang}
      data-texts={JSON.stringify(islandTextsFor(texts.lang))}
    />
  );
  return html.replace('</head>', () => `${tag}</head>`);
}

/** Directives that let a page's islands run, for its policy. */
export function islandSources(html: string): string[] {
  if (!/<script\b[^<>]*\sintegrity="/.test(html)) return [];
  const asks = islandsOn(html).some((name) => ASKING.includes(name as Island));
  return ["script-src 'self'", ...(asks ? ["connect-src 'self'"] : [])];
}

/**
 * Where a page that asks for news says that it has some. What it shows has a tag, which is known
 * only when the page is done.
 */
export function RefreshRoot({ page }: { page: PageContext }): ReactElement | null {
  if (!page.refreshSeconds) return null;
  return (
    <p
      className="news"
      role="status"
      lang={page.textsLang}
      data-island="refresh"
      data-seconds={page.refreshSeconds}
      data-tag=""
    />
  );
}
