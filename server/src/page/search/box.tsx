import type { ReactElement } from 'react';

import { searchWordsFor } from '../../i18n/languages';
import { Icon } from '../elements';
import type { PageContext } from '../elements';
import { addressOf } from '../layout/tree';
import { MAX_QUERY_LENGTH } from '../../../../contracts/shown';

/** A page with more characters of text gets a search form. */
const LONG = 4_000;

/** The search form of a page. Returns null if there is too little to search. */
export function SearchBox({ page, content }: { page: PageContext; content: string }) {
  const isLong = content.length > LONG && content.replace(/<[^<>]*>/g, '').length > LONG;
  if (page.base === '' || (!isLong && !hasChildren(page))) return null;
  return <SearchForm page={page} />;
}

/** A plain form, which works without scripts. Its address contains only the link. */
export function SearchForm(props: {
  page: PageContext;
  q?: string;
  isBad?: boolean;
}): ReactElement {
  const { page, q, isBad } = props;
  const words = searchWordsFor(page.texts.lang);
  const label = hasChildren(page) ? words.labelAll : words.label;
  return (
    <form
      className="search"
      role="search"
      method="post"
      action={`${addressOf(page.base, page.place)}/search`}
      lang={page.textsLang}
    >
      <label className="unseen" htmlFor="search-q">
        {label}
      </label>
      <input
        id="search-q"
        name="q"
        type="search"
        defaultValue={q}
        placeholder={words.submit}
        maxLength={MAX_QUERY_LENGTH}
        required
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-invalid={isBad || undefined}
        aria-describedby={isBad ? 'search-bad' : undefined}
      />
      <button type="submit">
        <Icon name="search" />
        <span className="unseen">{words.submit}</span>
      </button>
    </form>
  );
}

function hasChildren(page: PageContext): boolean {
  return (page.around?.children.length ?? 0) > 0;
}
