import type { ReactElement } from 'react';

import { searchWordsFor } from '../../i18n/languages';
import { Icon } from '../elements';
import type { PageContext } from '../elements';
import { addressOf } from '../layout/tree';
import { MAX_QUERY_LENGTH } from './query';

/** Characters of text from which on a reader may look for something on a page. */
const LONG = 4_000;

/** A form of the page, where there is enough to search through. */
export function SearchBox({ page, content }: { page: PageContext; content: string }) {
  const isLong = content.length > LONG && content.replace(/<[^<>]*>/g, '').length > LONG;
  if (page.base === '' || (!isLong && !hasChildren(page))) return null;
  return <SearchForm page={page} />;
}

/** A plain form, which works without script. Its address names the link and nothing else. */
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
