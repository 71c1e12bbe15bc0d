import * as React from 'react';

import type { Link } from '../../../contracts/links';

export interface Selection {
  /** The links on this page that are ticked. */
  links: Link[];
  isAll: boolean;
  has: (id: number) => boolean;
  toggle: (id: number) => void;
  toggleAll: () => void;
  /** Leaves only these links ticked. */
  keep: (ids: number[]) => void;
}

/** Holds which links of a page are ticked; another page starts with none. */
export function useSelection(shown: Link[] | undefined, page: string): Selection {
  const [ticked, setTicked] = React.useState<{ page: string; ids: number[] }>({ page, ids: [] });
  const ids = ticked.page === page ? ticked.ids : [];
  const links = (shown ?? []).filter(({ id }) => ids.includes(id));
  const isAll = links.length > 0 && links.length === shown?.length;

  const keep = (next: number[]) => setTicked({ page, ids: next });
  return {
    links,
    isAll,
    has: (id) => ids.includes(id),
    toggle: (id) => keep(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
    toggleAll: () => keep(isAll ? [] : (shown ?? []).map(({ id }) => id)),
    keep,
  };
}
