import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ShownEntry } from '../../../contracts/shown';
import { arrangeEntry } from './arrange';
import { contentSecurityPolicy } from './csp';
import { FieldSection, Text } from './fields';
import { ActionLink, Facts } from './groups';
import { EmptyNotice, EntryPage, Lead, RefusalPage } from './page';
import { Note, type PageContext } from './parts';
import { textsFor } from './texts';
import { oneLine, pageLocale } from './values';

export interface RenderedPage {
  html: string;
  /** Value of `Content-Security-Policy`. */
  csp: string;
}

/**
 * The page behind a link, made from the shown entry alone: the same entry always gives the same page.
 *
 * Each part is rendered by itself, because an entry is as old as its content and anything may be in it: a part
 * that can't be rendered says so in its place.
 */
export function renderEntryPage(entry: ShownEntry): RenderedPage {
  const page = contextOf(entry);
  const title = oneLine(entry.title) || oneLine(entry.typeName) || page.texts.untitled;
  const { lead, lede, action, facts, rest } = arrangeEntry(entry, title);
  const parts = [
    lead && apart(<Lead file={lead} page={page} />, page),
    facts.length > 0 &&
      apart(
        <section className="overview" aria-labelledby="facts">
          <h2 id="facts" className="unseen" lang={page.textsLang}>
            {page.texts.facts}
          </h2>
          <Facts fields={facts} page={page} />
        </section>,
        page
      ),
    ...rest.map((field) =>
      apart(<FieldSection field={field} page={page} level={2} depth={0} />, page)
    ),
    action && apart(<ActionLink action={action} />, page),
  ].filter((part): part is string => typeof part === 'string');
  if (parts.length === 0 && !lede) parts.push(apart(<EmptyNotice page={page} />, page));
  return finish(
    <EntryPage
      entry={entry}
      title={title}
      lede={lede && <Text text={lede} page={page} className="lede" />}
      content={parts.join('')}
      page={page}
    />
  );
}

let refusal: RenderedPage | undefined;

/** One page for links that never were, are no more, or can't be: the same bytes, so that it tells nothing. */
export function renderRefusalPage(): RenderedPage {
  refusal ??= finish(<RefusalPage />);
  return refusal;
}

function finish(element: ReactElement): RenderedPage {
  const html = `<!doctype html>${renderToStaticMarkup(element)}`;
  return { html, csp: contentSecurityPolicy(html) };
}

function apart(element: ReactElement, page: PageContext): string {
  try {
    return renderToStaticMarkup(element);
  } catch {
    return renderToStaticMarkup(<Note page={page}>{page.texts.broken}</Note>);
  }
}

function contextOf(entry: ShownEntry): PageContext {
  const locale = pageLocale(entry.locale);
  const texts = textsFor(locale);
  const isForeign = texts.lang.split('-')[0] !== locale.split('-')[0];
  return { locale, texts, textsLang: isForeign ? texts.lang : undefined };
}
