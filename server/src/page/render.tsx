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
import { DownloadAll, MoreDownloads } from './fields/downloads';
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
import { PreviewNote } from './preview/note';
import type { PreviewNoteKind } from './preview/note';
import type { Renderers } from './renderers';
import { ResultsPage } from './search/results';
import type { SearchView } from './search/results';
import {
  AskingPage,
  ExplainedRefusalPage,
  FailurePage,
  LimitedPage,
  PasswordPage,
  RefusalPage,
  StoppedPage,
} from './status-pages';
import type { Explanation, PasswordForm } from './status-pages';
import type { SiteStylesheet } from './styles/site';
import { oneLine, pageLocale } from './values';

export interface RenderedPage {
  html: string;
  /** The value of `Content-Security-Policy`. */
  csp: string;
}

/** The options of a page besides its entry. */
export interface PageOptions {
  branding: Branding;
  /** The site's own style sheet, which comes after the page's. */
  stylesheet: SiteStylesheet | null;
  /** What else the link opens: entries below and other languages. */
  around: ShownSurroundings | null;
  place: Place;
  /** The path of the link, such as `/share/rA5k…`. */
  base: string;
  allowDownload: boolean;
  /** True if all files can be packed into one archive. */
  canPack: boolean;
  fileHosts: FileHosts;
  refreshSeconds: number | null;
  /** The site's own renderers. */
  renderers: Renderers | null;
  /** The uid of the entry's content type, for a registered renderer. */
  uid: string;
  /** BCP 47 tags in the visitor's order of preference. */
  languages: string[];
  /** The script of the islands, for pages that have any. */
  script: PageScript | null;
  /** What search engines get; null if they may not index the page. */
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
 * The page of a link, made only from the shown entry: the same entry always gives the same page.
 *
 * Each part is rendered separately, because stored content can contain anything. A part that can't
 * be rendered is replaced by a note.
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
      ].filter((part): part is string => typeof part === 'string' && part !== '');
  if (!own) parts.push(...downloadsOf(entry, page, parts));
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

/** The downloads that come after the content. */
function downloadsOf(entry: ShownEntry, page: PageContext, parts: string[]): string[] {
  return [
    apart(<MoreDownloads entry={entry} page={page} content={parts.join('')} />, page),
    apart(<DownloadAll entry={entry} page={page} />, page),
  ].filter(Boolean);
}

/** The results of a search in the link's entries. `entry` is the one on whose page it started. */
export function renderResultsPage(
  entry: ShownEntry,
  options: Partial<PageOptions>,
  view: SearchView
): RenderedPage {
  const page = contextOf(entry, { ...NO_OPTIONS, ...options });
  return finish(<ResultsPage page={page} title={titleOf(entry, page)} view={view} />, page);
}

/** One page for unknown, ended and malformed links, so that it reveals nothing. */
export function renderRefusalPage(options: Partial<PageOptions> = {}): RenderedPage {
  return kept('refusal', options, () => {
    const page = ownContext(options);
    return finish(<RefusalPage page={page} />, page);
  });
}

/** One page for previews of all links, so that it reveals nothing about a link. */
export function renderStubPage(options: Partial<PageOptions> = {}): RenderedPage {
  const page = ownContext(options);
  return finish(<StubPage page={page} />, page);
}

/** Tells the person who previews a link why there is nothing to see. */
export function renderPreviewNote(
  kind: PreviewNoteKind,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<PreviewNote page={page} kind={kind} />, page);
}

/** Explains a refusal, on sites that do so. */
export function renderExplainedRefusal(
  explanation: Explanation,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<ExplainedRefusalPage page={page} {...explanation} />, page);
}

/** Asks the visitor to come back after `retryAfter` seconds. */
export function renderLimitedPage(
  retryAfter: number,
  options: Partial<PageOptions> = {}
): RenderedPage {
  return kept(`limited ${retryAfter}`, options, () => {
    const page = ownContext(options);
    return finish(<LimitedPage page={page} retryAfter={retryAfter} />, page);
  });
}

/** Asks the visitor to come back when the site works again. */
export function renderFailurePage(options: Partial<PageOptions> = {}): RenderedPage {
  return kept('failure', options, () => {
    const page = ownContext(options);
    return finish(<FailurePage page={page} />, page);
  });
}

/** Tells that the site does not accept a request, whatever the reason. */
export function renderStoppedPage(options: Partial<PageOptions> = {}): RenderedPage {
  return kept('stopped', options, () => {
    const page = ownContext(options);
    return finish(<StoppedPage page={page} />, page);
  });
}

/** Asks a person to press a button, at the address of a page. */
export function renderAskingPage(
  address: string,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<AskingPage page={page} address={address} />, page);
}

/** Asks for the password. */
export function renderPasswordPage(
  form: PasswordForm,
  options: Partial<PageOptions> = {}
): RenderedPage {
  const page = ownContext(options);
  return finish(<PasswordPage page={page} {...form} />, page);
}

const MAX_KEPT = 100;
const keptPages = new Map<string, RenderedPage>();

/** Caches the pages that answer many requests: a refusal must cost almost nothing. */
function kept(name: string, options: Partial<PageOptions>, make: () => RenderedPage): RenderedPage {
  // The key contains only the language of the page, not all requested ones.
  const { languages = [], branding, stylesheet } = options;
  const key = JSON.stringify([name, textsFor(...languages).lang, branding, stylesheet?.hash]);
  const page = keptPages.get(key) ?? make();
  if (keptPages.size >= MAX_KEPT) keptPages.clear();
  keptPages.set(key, page);
  return page;
}

/** The context of pages without an entry. */
function ownContext(options: Partial<PageOptions>): PageContext {
  const texts = textsFor(...(options.languages ?? []));
  return { ...NO_OPTIONS, ...options, locale: texts.lang, texts, textsLang: undefined };
}

/** The entry from the site's own renderer. Returns null if the page draws it. */
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
 * Loads the first image at once, because it is often the largest thing on the first screen. The
 * others load when the visitor scrolls near them.
 */
function withEarlyPicture(html: string): string {
  // Only inside a tag, because a text may contain the same words.
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
  // If the browser names no language, the entry's is used.
  const texts = textsFor(...options.languages, locale);
  const isForeign = texts.lang.split('-')[0] !== locale.split('-')[0];
  return { locale, texts, textsLang: isForeign ? texts.lang : undefined, ...options };
}
