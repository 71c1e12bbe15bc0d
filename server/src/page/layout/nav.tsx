import type { ReactElement } from 'react';

import { Icon } from '../elements';
import type { PageContext } from '../elements';
import { isRightToLeft, languageName, pageLocale } from '../values';
import type { ContentsLine } from './contents';
import { addressOf } from './tree';
import type { Stop, TreeNode, Walk } from './tree';

/** The pages of the link: folded on phones, next to the page on wide screens. */
export function TreeNav({ walk, page }: { walk: Walk; page: PageContext }): ReactElement {
  const { texts, textsLang } = page;
  return (
    <nav className="tree" aria-labelledby="tree">
      <Folded label={texts.pages} lang={textsLang} id="tree">
        <ul className="tree__list">
          <li>
            <StopLink stop={walk.root} />
          </li>
          <Branch nodes={walk.nodes} />
        </ul>
      </Folded>
    </nav>
  );
}

function Branch({ nodes }: { nodes: TreeNode[] }): ReactElement {
  return (
    <>
      {nodes.map((node) => (
        <li key={node.id}>
          <StopLink stop={node} />
          {node.children.length > 0 && (
            <ul>
              <Branch nodes={node.children} />
            </ul>
          )}
        </li>
      ))}
    </>
  );
}

function StopLink({ stop }: { stop: Stop }): ReactElement {
  return (
    <a href={stop.address} aria-current={stop.isCurrent ? 'page' : undefined}>
      <bdi>{stop.title}</bdi>
    </a>
  );
}

/** The way back to the shared entry. */
export function Breadcrumb(props: { walk: Walk; page: PageContext }): ReactElement | null {
  const { walk, page } = props;
  if (walk.above.length === 0) return null;
  return (
    <nav className="crumbs" aria-label={page.texts.breadcrumb} lang={page.textsLang}>
      <ol lang={contentLang(page)}>
        {walk.above.map((stop) => (
          <li key={stop.id}>
            <StopLink stop={stop} />
          </li>
        ))}
        <li>
          <bdi aria-current="page">{walk.current.title}</bdi>
        </li>
      </ol>
    </nav>
  );
}

/** The language of the entry's words inside an element in the page's own language. */
function contentLang({ textsLang, locale }: PageContext): string | undefined {
  return textsLang && locale;
}

/** Links to the previous and the next page, in the order of the tree. */
export function Pager({ walk, page }: { walk: Walk; page: PageContext }): ReactElement {
  const { texts, textsLang } = page;
  return (
    <nav className="pager" aria-label={texts.pager} lang={textsLang}>
      {walk.previous && (
        <a href={walk.previous.address} rel="prev">
          <span className="pager__way">
            <Icon name="back" />
            {texts.previous}
          </span>
          <bdi lang={contentLang(page)}>{walk.previous.title}</bdi>
        </a>
      )}
      {walk.next && (
        <a href={walk.next.address} rel="next">
          <span className="pager__way">
            {texts.next}
            <Icon name="forward" />
          </span>
          <bdi lang={contentLang(page)}>{walk.next.title}</bdi>
        </a>
      )}
    </nav>
  );
}

/** The table of contents of a long page. */
export function Contents(props: { lines: ContentsLine[]; page: PageContext }): ReactElement | null {
  const { lines, page } = props;
  if (lines.length === 0) return null;
  return (
    <nav className="contents" aria-labelledby="contents">
      <Folded label={page.texts.contents} lang={page.textsLang} id="contents">
        <ul>
          {lines.map(({ text, anchor }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <bdi>{text}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </Folded>
    </nav>
  );
}

/** Folds without a script. The style sheet keeps it open if there is room next to the page. */
function Folded(props: {
  label: string;
  lang: string | undefined;
  id: string;
  children: ReactElement;
}): ReactElement {
  return (
    <details className="folded">
      <summary id={props.id} lang={props.lang}>
        {props.label}
      </summary>
      {props.children}
    </details>
  );
}

/** The languages of the link, each with its own name. */
export function LocaleSwitch({ page }: { page: PageContext }): ReactElement | null {
  const { around, base, place, texts } = page;
  const locales = around?.locales ?? [];
  if (locales.length < 2) return null;
  return (
    <nav className="locales" aria-label={texts.languages} lang={page.textsLang}>
      <ul>
        {locales.map(({ code, segment }) => {
          const tag = pageLocale(code);
          const isCurrent = tag === page.locale;
          return (
            <li key={code}>
              <a
                href={addressOf(base, { ...place, locale: segment })}
                hrefLang={tag}
                lang={tag}
                dir={isRightToLeft(tag) ? 'rtl' : 'ltr'}
                aria-current={isCurrent ? 'true' : undefined}
              >
                {languageName(tag)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
