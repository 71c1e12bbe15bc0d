import type { ReactElement } from 'react';

import type { SearchHit } from '../../../../contracts/shown';
import { searchWordsFor } from '../../i18n/languages';
import type { PageContext } from '../elements';
import { Document } from '../layout/document';
import { Footer, TopBar } from '../layout/frame';
import { addressOf } from '../layout/tree';
import { SearchForm } from './box';
import type { Found } from './search';

export interface SearchView {
  q: string;
  isBad: boolean;
  /** Null before the first search. */
  found: Found | null;
}

/** The results by entry. Each shows the words around the match and a link to it. */
export function ResultsPage(props: {
  page: PageContext;
  title: string;
  view: SearchView;
}): ReactElement {
  const { page, title, view } = props;
  const words = searchWordsFor(page.texts.lang);
  return (
    <Document page={page} title={`${words.title} – ${title}`}>
      <TopBar page={page} />
      <main className="results">
        <p className="results__back">
          <a href={addressOf(page.base, page.place)} lang={page.textsLang}>
            {words.back(title)}
          </a>
        </p>
        <h1 lang={page.textsLang}>{words.title}</h1>
        <SearchForm page={page} q={view.q} isBad={view.isBad} />
        <Outcome page={page} view={view} />
      </main>
      <Footer page={page} />
    </Document>
  );
}

function Outcome({ page, view }: { page: PageContext; view: SearchView }): ReactElement | null {
  const words = searchWordsFor(page.texts.lang);
  const { q, found } = view;
  if (view.isBad) {
    return (
      <p id="search-bad" className="results__bad" role="alert" lang={page.textsLang}>
        {words.bad}
      </p>
    );
  }
  if (!found) return null;
  const { hits, cut } = found;
  if (hits.length === 0) {
    return (
      <div role="status" lang={page.textsLang} dir="auto">
        <p className="results__count">{words.none(q)}</p>
        <p className="results__advice">{words.advice}</p>
      </div>
    );
  }
  const entries = byEntry(hits);
  return (
    <>
      <p className="results__count" role="status" lang={page.textsLang} dir="auto">
        {cut ? words.cut(hits.length, q) : words.found(hits.length, q)}
      </p>
      {entries.map((ofEntry) => (
        <section key={ofEntry[0]!.entry} className="results__entry">
          <h2 dir="auto">
            <a href={wayTo(ofEntry[0]!, page)}>{ofEntry[0]!.title}</a>
          </h2>
          <ul>
            {ofEntry
              .filter((hit) => hit.anchor !== null || ofEntry.length === 1)
              .map((hit, index) => (
                <li key={index}>
                  <Hit hit={hit} page={page} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The whole result is a link, so that it is easy to tap. */
function Hit({ hit, page }: { hit: SearchHit; page: PageContext }): ReactElement {
  const address = wayTo(hit, page);
  return (
    <a href={hit.anchor ? `${address}#${hit.anchor}` : address} className="hit">
      {hit.label && (
        <span className="hit__label" dir="auto">
          {hit.label}
        </span>
      )}
      <span className="hit__text" dir="auto">
        {hit.snippet.map((piece, index) =>
          piece.isHit ? <mark key={index}>{piece.text}</mark> : piece.text
        )}
      </span>
    </a>
  );
}

/** Groups results by entry, in the order of the first result of each. */
function byEntry(hits: SearchHit[]): SearchHit[][] {
  const entries = new Map<string, SearchHit[]>();
  for (const hit of hits) entries.set(hit.entry, [...(entries.get(hit.entry) ?? []), hit]);
  return [...entries.values()];
}

function wayTo({ entry }: SearchHit, { base, place, around }: PageContext): string {
  return addressOf(base, { ...place, childId: entry === around?.root.id ? null : entry });
}
