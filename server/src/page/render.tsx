import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { UNBRANDED } from '../../../contracts/settings';
import type { Branding } from '../../../contracts/settings';
import type { ShownEntry, ShownField, ShownSurroundings } from '../../../contracts/shown';
import { HOME } from '../content/place';
import type { Place } from '../content/place';
import { textsFor } from '../i18n/languages';
import type { CrawlerInfo } from './crawlers/describe';
import { StubPage } from './crawlers/stub';
import { contentSecurityPolicy } from './csp';
import { Note } from './elements';
import type { PageContext } from './elements';
import { DownloadAll } from './fields/downloads';
import { FieldSection } from './fields/fields';
import { ActionLink } from './fields/group';
import { OWN_HOST } from './file-hosts';
import type { FileHosts } from './file-hosts';
import { withScript } from './islands';
import type { PageScript } from './islands';
import { anchorOf } from './layout/anchors';
import { arrangeEntry, fieldsOf } from './layout/arrange';
import { contentsOf } from './layout/contents';
import { EntryPage } from './layout/document';
import { EmptyNotice, Lead, Lede, Overview } from './layout/opening';
import { isInTree, walkOf } from './layout/tree';
import type { Renderers } from './renderers';
import { ResultsPage } from './search/results';
import type { SearchView } from './search/results';
import {
  ExplainedRefusalPage,
  FailurePage,
  LimitedPage,
  PasswordPage,
  RefusalPage,
} from './status-pages';
import type { SiteStylesheet } from './styles/site';
import { oneLine, pageLocale } from './values';

export interface RenderedPage {
  html: string;
  /** Value of `Content-Security-Policy`. */
  csp: string;
}

/** What a page shows besides the entry, and where it is. */
export interface PageOptions {
  branding: Branding;
  /** The site's own, which comes after the page's. */
  stylesheet: SiteStylesheet | null;
  /** What else the link opens: entries below, other languages. */
  around: ShownSurroundings | null;
  place: Place;
  /** Path of the link, such as `/share/rA5k…`. */
  base: string;
  allowDownload: boolean;
  /** Whether all files can be had in one archive. */
  canPack: boolean;
  fileHosts: FileHosts;
  refreshSeconds: number | null;
  /** The site's own renderers. */
  renderers: Renderers | null;
  /** Uid of the entry's content type, which a renderer may be registered for. */
  uid: string;
  /** BCP 47 tags in the order in which the visitor prefers them. */
  languages: string[];
  /** The islands' code, for pages that have any. */
  script: PageScript | null;
  /** What search engines are told; null keeps them out. */
  crawlers: CrawlerInfo | null;
}

const NO_OPTIONS: PageOptions = {
  branding: UNBRANDED,
  stylesheet: null,
  around: null,
  place: HOME,
  base: '',
  allowDownload: true,
  canPack: false,
  fileHosts: OWN_HOST,
  refreshSeconds: null,
  renderers: null,
  uid: '',
  languages: [],
  script: null,
  crawlers: null,
};

/**
 * The page behind a link, made from the shown entry alone: the same entry always gives the same
 * page.
 *
 * Each part is rendered by itself, because an entry is as old as its content and anything may be in
 * it: a part that can't be rendered says so in its place.
 */
export function renderEntryPage(
  entry: ShownEntry,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = contextOf(entry, { ...NO_OPTIONS, ...options });
  const title = titleOf(entry, page);
  const own = entryRenderer(entry, page);
  const walk = walkOf(page);
  const fields = fieldsOf(entry).filter((field) => !walk || !isInTree(field, walk));
  const { lead, lede, action, facts, rest, titleField } = arrangeEntry({ fields }, title);
  const parts = own
    ? [own]
    : [
        lead && apart(<Lead name={lead.name} file={lead.file} page={page} />, page),
        facts.length > 0 && apart(<Overview facts={facts} page={page} />, page),
        ...rest.map((field) => apart(<TopSection field={field} page={page} />, page)),
        action && apart(<ActionLink action={action} anchored />, page),
        apart(<DownloadAll entry={entry} page={page} />, page),
      ].filter((part): part is string => typeof part === 'string' && part !== '');
  if (parts.length === 0 && !lede) parts.push(apart(<EmptyNotice page={page} />, page));
  const content = own ?? withEarlyPicture(parts.join(''));
  return finish(
    <EntryPage
      entry={entry}
      title={title}
      titleAnchor={titleField && anchorOf([titleField.name])}
      lede={lede && <Lede field={lede} page={page} />}
      contents={own ? [] : contentsOf(rest, content)}
      content={content}
      walk={walk}
      page={page}
    />,
    page
  );
}

/** What was found in the link's entries; `entry` is the one from whose page it was asked for. */
export function renderResultsPage(
  entry: ShownEntry,
  options: Partial<PageOptions>,
  view: SearchView
): RenderedPage {
  const page = contextOf(entry, { ...NO_OPTIONS, ...options });
  return finish(<ResultsPage page={page} title={titleOf(entry, page)} view={view} />, page);
}

/** One page for links that never were, are no more, or can't be, so that it tells nothing. */
export function renderRefusalPage(options: Partial<PageOptions> = {}): RenderedPage {
  return kept('refusal', options, () => {
    const page = ownContext(options);
    return finish(<RefusalPage page={page} />, page);
  });
}

/** For robots that make previews: one page for all links, so that it tells nothing of any. */
export function renderStubPage(options: Partial<PageOptions> = {}): RenderedPage {
  const page = ownContext(options);
  return finish(<StubPage page={page} />, page);
}

/** Says why, on sites that explain what they refuse. */
export function renderExplainedRefusal(
  reason: string,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<ExplainedRefusalPage page={page} reason={reason} />, page);
}

/** Asks to come back in so many seconds. */
export function renderLimitedPage(
  retryAfter: number,
  options: Partial<PageOptions> = {}
): RenderedPage {
  return kept(`limited ${retryAfter}`, options, () => {
    const page = ownContext(options);
    return finish(<LimitedPage page={page} retryAfter={retryAfter} />, page);
  });
}

/** Asks to come back when the site works again. */
export function renderFailurePage(options: Partial<PageOptions> = {}): RenderedPage {
  return kept('failure', options, () => {
    const page = ownContext(options);
    return finish(<FailurePage page={page} />, page);
  });
}

/** Asks for the password; `action` is the address that checks it. */
export function renderPasswordPage(
  action: string,
  isWrong: boolean,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<PasswordPage page={page} action={action} isWrong={isWrong} />, page);
}

const MAX_KEPT = 100;
const keptPages = new Map<string, RenderedPage>();

/** What a flood of requests is answered with is made once: refusing must cost next to nothing. */
function kept(name: string, options: Partial<PageOptions>, make: () => RenderedPage): RenderedPage {
  // Of the languages that visitors ask for only the one counts that the page speaks.
  const { languages = [], branding, stylesheet } = options;
  const key = JSON.stringify([name, textsFor(...languages).lang, branding, stylesheet?.hash]);
  const page = keptPages.get(key) ?? make();
  if (keptPages.size >= MAX_KEPT) keptPages.clear();
  keptPages.set(key, page);
  return page;
}

/** For pages that have no entry, and so no locale of one. */
function ownContext(options: Partial<PageOptions>): PageContext {
  const texts = textsFor(...(options.languages ?? []));
  return { ...NO_OPTIONS, ...options, locale: texts.lang, texts, textsLang: undefined };
}

/** What the site itself draws of the entry; null where it leaves that to the page. */
function entryRenderer(entry: ShownEntry, page: PageContext): string | null {
  const renderer = page.renderers?.contentTypes.get(page.uid);
  if (!renderer) return null;
  try {
    const node = renderer(entry, { locale: page.locale, level: 2 });
    return node === undefined ? null : renderToStaticMarkup(<div className="section">{node}</div>);
  } catch {
    return renderToStaticMarkup(<Note page={page}>{page.texts.broken}</Note>);
  }
}

/**
 * The first picture is often on the first screen and the largest thing there: it is asked for at
 * once, while the others wait until somebody comes near them.
 */
function withEarlyPicture(html: string): string {
  // Within a tag: a text may have the same words.
  return html.replace(/<img\b[^<>]*/, (tag) =>
    tag.replace(' loading="lazy"', ' fetchpriority="high"')
  );
}

function finish(element: ReactElement, page: PageContext): RenderedPage {
  const html = withScript(`<!doctype html>${renderToStaticMarkup(element)}`, page);
  return { html, csp: contentSecurityPolicy(html, page) };
}

function TopSection({ field, page }: { field: ShownField; page: PageContext }): ReactElement {
  return <FieldSection field={field} page={page} path={[field.name]} level={2} depth={0} />;
}

function titleOf(entry: ShownEntry, page: PageContext): string {
  return oneLine(entry.title) || oneLine(entry.typeName) || page.texts.untitled;
}

function apart(element: ReactElement, page: PageContext): string {
  try {
    return renderToStaticMarkup(element);
  } catch {
    return renderToStaticMarkup(<Note page={page}>{page.texts.broken}</Note>);
  }
}

function contextOf(entry: ShownEntry, options: PageOptions): PageContext {
  const locale = pageLocale(entry.locale);
  // A browser that names no language leaves it to the entry's.
  const texts = textsFor(...options.languages, locale);
  const isForeign = texts.lang.split('-')[0] !== locale.split('-')[0];
  return { locale, texts, textsLang: isForeign ? texts.lang : undefined, ...options };
}
