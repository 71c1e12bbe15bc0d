import type { ReactElement, ReactNode } from 'react';

import type { ShownEntry } from '../../../../contracts/shown';
import { RobotTags } from '../crawlers/head';
import type { PageContext } from '../elements';
import { RefreshRoot } from '../islands';
import { SearchBox } from '../search/box';
import { brandStyle } from '../styles/brand';
import { STYLE } from '../styles/style';
import { isRightToLeft } from '../values';
import type { ContentsLine } from './contents';
import { END, Footer, TOP, TopBar } from './frame';
import { Breadcrumb, Contents, LocaleSwitch, Pager, TreeNav } from './nav';
import { Byline, VersionNotice } from './opening';
import type { Walk } from './tree';

/**
 * The frame of every page. It has no script and no addresses of other hosts, and robots need
 * permission.
 */
export function Document(props: {
  page: PageContext;
  title: string;
  /**
   * Classes of the body, so that the header knows its width before the content below has loaded.
   */
  shape?: string;
  head?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { branding, stylesheet } = props.page;
  const brand = brandStyle(branding);
  return (
    <html lang={props.page.locale} dir={isRightToLeft(props.page.locale) ? 'rtl' : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <RobotTags page={props.page} title={props.title} />
        {props.head}
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
        {brand && <style dangerouslySetInnerHTML={{ __html: brand.css }} />}
        {stylesheet && <style dangerouslySetInnerHTML={{ __html: stylesheet.css }} />}
      </head>
      <body className={props.shape || undefined}>{props.children}</body>
    </html>
  );
}

/** Content up to this length loads completely before the page is shown: about 20 kB compressed. */
const SHOWN_AT_ONCE = 100_000;

/**
 * Browsers show a page while it loads, so later parts move earlier ones. This makes them wait for
 * the end of the page or, for long content, for the end of the header.
 */
function ShownWhole({ content }: { content: string }): ReactElement {
  const until = content.length > SHOWN_AT_ONCE ? TOP : END;
  return <link rel="expect" href={`#${until}`} blocking="render" />;
}

const FOOTERS = {
  anyone: ({ footer }: PageContext['texts']) => footer,
  locked: ({ footerLocked }: PageContext['texts']) => footerLocked,
  limited: ({ footerLimited }: PageContext['texts']) => footerLimited,
};

/** `content` is rendered part by part, so that an error in one part does not affect the others. */
export function EntryPage(props: {
  entry: ShownEntry;
  title: string;
  titleAnchor: string | undefined;
  lede: ReactNode;
  contents: ContentsLine[];
  content: string;
  walk: Walk | null;
  page: PageContext;
}): ReactElement {
  const { entry, page, title, contents, walk } = props;
  const shape = [walk && 'with-tree', contents.length > 0 && 'with-contents'];
  return (
    <Document
      page={page}
      title={title}
      shape={shape.filter(Boolean).join(' ')}
      head={<ShownWhole content={props.content} />}
    >
      <a className="skip" href="#content" lang={page.textsLang}>
        {page.texts.skip}
      </a>
      <TopBar page={page}>
        <SearchBox page={page} content={props.content} />
        <LocaleSwitch page={page} />
      </TopBar>
      <div className="frame">
        {walk && <TreeNav walk={walk} page={page} />}
        <main id="content" tabIndex={-1}>
          <header className="masthead">
            <VersionNotice entry={entry} page={page} />
            {walk && <Breadcrumb walk={walk} page={page} />}
            <h1 dir="auto" id={props.titleAnchor}>
              {title}
            </h1>
            <Byline entry={entry} title={title} page={page} />
            {props.lede}
          </header>
          <Contents lines={contents} page={page} />
          <div className="content" dangerouslySetInnerHTML={{ __html: props.content }} />
          {walk && <Pager walk={walk} page={page} />}
        </main>
      </div>
      <Footer page={page}>
        <p lang={page.textsLang} dir="auto">
          {FOOTERS[page.audience](page.texts)}
        </p>
      </Footer>
      <RefreshRoot page={page} />
    </Document>
  );
}
