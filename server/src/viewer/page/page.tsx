import type { ReactElement, ReactNode } from 'react';
import type { ShownEntry } from '../../../../contracts/shown';
import { RobotTags } from '../crawlers/head';
import { SearchBox } from '../search/box';
import { brandStyle } from './brand';
import type { ContentsLine } from './contents';
import { Footer, TopBar } from './frame';
import { RefreshRoot } from './islands';
import { Breadcrumb, Contents, LocaleSwitch, Pager, TreeNav } from './nav';
import { Byline, VersionNotice } from './opening';
import type { PageContext } from './parts';
import { STYLE } from './style';
import type { Walk } from './tree';
import { isRightToLeft } from './values';

/** The frame of every page: no script, no address but its own, nothing for uninvited robots. */
export function Document(props: {
  page: PageContext;
  title: string;
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
      <body>{props.children}</body>
    </html>
  );
}

/** `content` has been rendered part by part, so that none can take the others down. */
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
  const shape = ['frame', walk && 'frame--tree', contents.length > 0 && 'frame--contents'];
  return (
    <Document page={page} title={title}>
      <a className="skip" href="#content" lang={page.textsLang}>
        {page.texts.skip}
      </a>
      <TopBar page={page}>
        <SearchBox page={page} content={props.content} />
        <LocaleSwitch page={page} />
      </TopBar>
      <div className={shape.filter(Boolean).join(' ')}>
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
          {page.texts.footer}
        </p>
      </Footer>
      <RefreshRoot page={page} />
    </Document>
  );
}
