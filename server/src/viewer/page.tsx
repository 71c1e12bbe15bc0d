import type { ReactElement, ReactNode } from 'react';
import type { Branding } from '../../../contracts/settings';
import type { ShownEntry, ShownFile } from '../../../contracts/shown';
import { brandStyle } from './brand';
import { Picture } from './files';
import { Icon, type PageContext, Words } from './parts';
import { STYLE } from './style';
import { formatDay, isRightToLeft, machineDateTime, oneLine } from './values';

/** The frame of every page: no script, no address but its own, nothing for robots. */
export function Document(props: {
  page: PageContext;
  title: string;
  children: ReactNode;
}): ReactElement {
  const { branding } = props.page;
  const brand = brandStyle(branding);
  return (
    <html lang={props.page.locale} dir={isRightToLeft(props.page.locale) ? 'rtl' : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
        {brand && <style dangerouslySetInnerHTML={{ __html: brand.css }} />}
      </head>
      <body>
        <Brand branding={branding} />
        {props.children}
        {branding.footer && (
          <p className="brand-footer" dir="auto">
            {branding.footer}
          </p>
        )}
      </body>
    </html>
  );
}

/** Whose page it is: the site's logo and name, where it has set them. */
function Brand({ branding }: { branding: Branding }): ReactElement | null {
  const { name, logo } = branding;
  if (!name && !logo) return null;
  return (
    <div className="brand">
      {logo && <img src={logo} alt={name ? '' : 'Logo'} height={32} />}
      {name && <span dir="auto">{name}</span>}
    </div>
  );
}

/** `content` has been rendered part by part, so that none can take the others down. */
export function EntryPage(props: {
  entry: ShownEntry;
  title: string;
  lede: ReactNode;
  content: string;
  page: PageContext;
}): ReactElement {
  const { entry, page, title } = props;
  return (
    <Document page={page} title={title}>
      <a className="skip" href="#content" lang={page.textsLang}>
        {page.texts.skip}
      </a>
      <header>
        {entry.status === 'draft' && (
          <p className="draft" lang={page.textsLang} dir="auto">
            <strong>{page.texts.draft}</strong> {page.texts.draftNote}
          </p>
        )}
        {entry.status === 'frozen' && (
          <p className="draft" lang={page.textsLang} dir="auto">
            <strong>{page.texts.frozen}</strong>{' '}
            {page.texts.frozenNote(formatDay(entry.frozenAt, page.textsLang ?? page.locale))}
          </p>
        )}
        <div className="masthead">
          <h1 dir="auto">{title}</h1>
          <Byline entry={entry} title={title} page={page} />
          {props.lede}
        </div>
      </header>
      <main id="content" tabIndex={-1} dangerouslySetInnerHTML={{ __html: props.content }} />
      <footer className="footer">
        <p lang={page.textsLang} dir="auto">
          {page.texts.footer}
        </p>
      </footer>
    </Document>
  );
}

/** What kind of thing this is and how fresh, in one quiet line. */
function Byline(props: {
  entry: ShownEntry;
  title: string;
  page: PageContext;
}): ReactElement | null {
  const { entry, page } = props;
  const { texts } = page;
  const typeName = oneLine(entry.typeName) === props.title ? '' : oneLine(entry.typeName);
  // A date inside a sentence of the page's own is written in that sentence's language.
  const locale = page.textsLang ?? page.locale;
  const published = entry.status === 'published' ? formatDay(entry.publishedAt, locale) : '';
  const updated = formatDay(entry.updatedAt, locale);
  const parts = [
    typeName && <span dir="auto">{typeName}</span>,
    published && (
      <Words page={page}>
        <time dateTime={machineDateTime(entry.publishedAt)}>{texts.published(published)}</time>
      </Words>
    ),
    updated && updated !== published && (
      <Words page={page}>
        <time dateTime={machineDateTime(entry.updatedAt)}>{texts.updated(updated)}</time>
      </Words>
    ),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <ul className="byline">
      {parts.map((part, index) => (
        <li key={index}>{part}</li>
      ))}
    </ul>
  );
}

/** The picture at the top, loaded at once since it is the first thing to be seen. */
export function Lead(props: { file: ShownFile; page: PageContext }): ReactElement {
  const { width, height } = props.file;
  const isWide = (width ?? 0) >= 1.2 * (height ?? 0);
  return (
    <Picture
      file={props.file}
      page={props.page}
      className={isWide ? 'lead' : 'lead lead--tall'}
      eager
    />
  );
}

export function EmptyNotice(props: { page: PageContext }): ReactElement {
  return (
    <div className="empty" lang={props.page.textsLang} dir="auto">
      <p className="empty__title">{props.page.texts.empty}</p>
      <p>{props.page.texts.emptyNote}</p>
    </div>
  );
}

/** Says that a link is of no use, and what to do: nothing about what it may once have opened. */
export function RefusalPage({ page }: { page: PageContext }): ReactElement {
  const { refusal } = page.texts;
  return (
    <Document page={page} title={refusal.title}>
      <main className="refusal">
        <span className="refusal__sign">
          <Icon name="link" />
        </span>
        <h1>{refusal.title}</h1>
        <p>{refusal.reason}</p>
        <p>
          <strong>{refusal.advice}</strong>
        </p>
      </main>
    </Document>
  );
}
