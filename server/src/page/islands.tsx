import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { islandTextsFor } from '../i18n/languages';
import type { PageContext } from './elements';

/** The address and the integrity hash of the script. */
export interface PageScript {
  src: string;
  integrity: string;
}

/**
 * The parts of a page that use the script. Each has a root element with `data-island`. The page can
 * be read and printed without them.
 */
type Island = 'filters' | 'refresh';

/** Islands that send requests to the site. The others use only the page. */
const ASKING: Island[] = ['refresh'];

/** Content can't match this, because its angle brackets and quotes are escaped. */
const ROOT = /<[a-z]+\b[^<>]*\sdata-island="([a-z]+)"/g;

function islandsOn(html: string): string[] {
  return [...html.matchAll(ROOT)].map(([, name = '']) => name);
}

/** Adds the script to the finished page if it has islands. */
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

/** The CSP directives that a page's islands need. */
export function islandSources(html: string): string[] {
  if (!/<script\b[^<>]*\sintegrity="/.test(html)) return [];
  const asks = islandsOn(html).some((name) => ASKING.includes(name as Island));
  return ["script-src 'self'", ...(asks ? ["connect-src 'self'"] : [])];
}

/**
 * The place where a page reports an update. The page's tag is set later, when the page is complete.
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
