import type { ReactElement, ReactNode } from 'react';
import type { Branding } from '../../../contracts/settings';
import type { Texts } from './texts';

/** What everything on a page needs to know about it. */
export interface PageContext {
  /** The entry's, for dates and numbers in its content. */
  locale: string;
  texts: Texts;
  /** Language of the page's own words, where it is not the entry's; undefined needs no `lang`. */
  textsLang: string | undefined;
  branding: Branding;
}

/** A heading at its place in the outline, which ends at six. */
export function Heading(props: {
  level: number;
  className?: string;
  children: ReactNode;
}): ReactElement {
  const Tag = `h${Math.min(Math.max(props.level, 1), 6)}` as
    'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
  return (
    <Tag className={props.className} dir="auto">
      {props.children}
    </Tag>
  );
}

/** The page's own words, marked as such where the entry speaks another language. */
export function Words(props: { page: PageContext; className?: string; children: ReactNode }) {
  return (
    <bdi className={props.className} lang={props.page.textsLang}>
      {props.children}
    </bdi>
  );
}

/** Said where something had to be left out: nothing disappears without a word. */
export function Note(props: { page: PageContext; children: ReactNode }): ReactElement {
  return (
    <p className="note" lang={props.page.textsLang} dir="auto">
      {props.children}
    </p>
  );
}

const ICONS = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  file: 'M9.5 1.8H4.3a.8.8 0 00-.8.8v10.8c0 .5.3.8.8.8h7.4c.5 0 .8-.3.8-.8V4.8zm0 0v3h3',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 015 0v2.5',
  link: 'M6.5 4.5l1-1a3 3 0 014.3 0l.7.7a3 3 0 010 4.3l-1 1m-2 2l-1 1a3 3 0 01-4.3 0l-.7-.7a3 3 0 010-4.3l1-1M2 2l12 12',
};

/** Drawn in the page itself: decoration beside words, so hidden from those who listen. */
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
