import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Branding } from '../../../contracts/settings';
import type { ShownEntry } from '../../../contracts/shown';
import type { DenialReason } from '../access/decide';
import { arrangeEntry } from './arrange';
import { UNBRANDED, brandStyle } from './brand';
import { contentSecurityPolicy } from './csp';
import { FieldSection, Text } from './fields';
import { ExplainedRefusalPage, PasswordPage } from './gate';
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
 * The page behind a link, made from the shown entry alone: the same entry always gives the same
 * page.
 *
 * Each part is rendered by itself, because an entry is as old as its content and anything may be in
 * it: a part that can't be rendered says so in its place.
 */
export function renderEntryPage(entry: ShownEntry, branding: Branding = UNBRANDED): RenderedPage {
  const page = contextOf(entry, branding);
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
    />,
    branding
  );
}

/** One page for links that never were, are no more, or can't be, so that it tells nothing. */
export function renderRefusalPage(branding: Branding = UNBRANDED): RenderedPage {
  return finish(<RefusalPage page={ownContext(branding)} />, branding);
}

/** Says why, on sites that explain what they refuse. */
export function renderExplainedRefusal(branding: Branding, reason: DenialReason): RenderedPage {
  return finish(<ExplainedRefusalPage page={ownContext(branding)} reason={reason} />, branding);
}

/** Asks for the password; `action` is the address that checks it. */
export function renderPasswordPage(
  branding: Branding,
  action: string,
  isWrong: boolean
): RenderedPage {
  const page = <PasswordPage page={ownContext(branding)} action={action} isWrong={isWrong} />;
  return finish(page, branding);
}

/** For pages that have no entry, and so no locale of one. */
function ownContext(branding: Branding): PageContext {
  const texts = textsFor('en');
  return { locale: texts.lang, texts, textsLang: undefined, branding };
}

function finish(element: ReactElement, branding: Branding): RenderedPage {
  const html = `<!doctype html>${renderToStaticMarkup(element)}`;
  return { html, csp: contentSecurityPolicy(html, brandStyle(branding)?.hash) };
}

function apart(element: ReactElement, page: PageContext): string {
  try {
    return renderToStaticMarkup(element);
  } catch {
    return renderToStaticMarkup(<Note page={page}>{page.texts.broken}</Note>);
  }
}

function contextOf(entry: ShownEntry, branding: Branding): PageContext {
  const locale = pageLocale(entry.locale);
  const texts = textsFor(locale);
  const isForeign = texts.lang.split('-')[0] !== locale.split('-')[0];
  return { locale, texts, textsLang: isForeign ? texts.lang : undefined, branding };
}
