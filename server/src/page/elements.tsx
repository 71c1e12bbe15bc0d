import type { ReactElement, ReactNode } from 'react';

import type { Texts } from '../i18n/en/page';
import type { Progress } from './fields/progress';
import type { PageOptions } from './render';

/** The context of all elements on a page. */
export interface PageContext extends PageOptions {
  /** The entry's locale, for dates and numbers in its content. */
  locale: string;
  texts: Texts;
  /**
   * The language of the page's own words; undefined if it is the entry's, so that no `lang` is
   * needed.
   */
  textsLang: string | undefined;
  /** The names of inner lists whose common filters are above all of them. */
  jointLists?: ReadonlySet<string>;
}

/** The locale for dates inside the page's own sentences. */
export function wordsLocale(page: PageContext): string {
  return page.textsLang ?? page.locale;
}

/** A heading of the given level, 6 at most. */
export function Heading(props: {
  level: number;
  id?: string;
  className?: string;
  children: ReactNode;
}): ReactElement {
  const Tag = `h${Math.min(Math.max(props.level, 1), 6)}` as
    'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  return (
    <Tag id={props.id} className={props.className} dir="auto">
      {props.children}
    </Tag>
  );
}

/** The page's own words, marked with their language if the entry has another one. */
export function Words(props: { page: PageContext; className?: string; children: ReactNode }) {
  return (
    <bdi className={props.className} lang={props.page.textsLang}>
      {props.children}
    </bdi>
  );
}

/** A note in place of content that had to be left out. */
export function Note(props: { page: PageContext; children: ReactNode }): ReactElement {
  return (
    <p className="note" lang={props.page.textsLang} dir="auto">
      {props.children}
    </p>
  );
}

/** The progress of a list, in words and as a bar. */
export function ProgressLine(props: { progress: Progress; page: PageContext }): ReactElement {
  const { page } = props;
  const { done, total, word } = props.progress;
  const said = page.texts.progress(done, total);
  return (
    <p className="progress">
      <progress max={total} value={done} aria-hidden="true" />
      {word ? (
        <span>
          <bdi>{word}</bdi>: <Words page={page}>{page.texts.share(done, total)}</Words>
        </span>
      ) : (
        <Words page={page}>{said}</Words>
      )}
    </p>
  );
}

const ICONS = {
  back: 'M13 8H3m4.5-4.5L3 8l4.5 4.5',
  forward: 'M3 8h10M8.5 3.5L13 8l-4.5 4.5',
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  file: 'M9.5 1.8H4.3a.8.8 0 00-.8.8v10.8c0 .5.3.8.8.8h7.4c.5 0 .8-.3.8-.8V4.8zm0 0v3h3',
  download: 'M8 2v8m0 0L4.8 6.8M8 10l3.2-3.2M2.5 11v2.2c0 .4.3.8.8.8h9.4c.5 0 .8-.4.8-.8V11',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5',
  search: 'M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.3 10.3l3.2 3.2',
  wait: 'M4 2h8M4 14h8M5 2v2.5c0 1.5 3 2.5 3 3.5s-3 2-3 3.5V14M11 2v2.5c0 1.5-3 2.5-3 3.5s3 2 3 3.5V14',
  unlink:
    'M8.6 4.4l1-1a2.1 2.1 0 013 3l-1 1M7.4 11.6l-1 1a2.1 2.1 0 01-3-3l1-1M5.2 3.4V2M3.4 5.2H2M10.8 12.6V14M12.6 10.8H14',
};

/** An inline icon. It decorates a text, so it is hidden from screen readers. */
export function Icon(props: { name: keyof typeof ICONS }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={ICONS[props.name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
