/**
 * Words that the islands say in the browser, sent along with the page. `{…}` stands for what only
 * they know.
 */
export const islands = {
  refresh: {
    updated: 'Updated just now',
  },
  filters: {
    open: 'Filter and sort',
    panel: 'Filter and sort: {list}',
    clear: 'Clear',
    all: 'All',
    yes: 'Yes',
    no: 'No',
    /** For what has no value. */
    without: 'Not set',
    /** A date follows, or a field for one. */
    from: '{label} from',
    to: '{label} until',
    sort: 'Sort by',
    original: 'Order of the page',
    order: 'Direction',
    ascending: 'Ascending',
    descending: 'Descending',
    shown: '{shown} of {total} shown',
    none: 'Nothing matches.',
  },
};

export type IslandTexts = typeof islands;
