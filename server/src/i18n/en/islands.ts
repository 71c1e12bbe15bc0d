/** The words of the islands, sent with the page. The browser fills each `{…}`. */
export const islands = {
  refresh: {
    updated: 'Updated just now',
    /** For as long as the site can’t be reached. */
    stale: 'Not up to date since {time}',
    /** Below the refusal of a link that may open again. */
    again: 'If the link opens again, this page opens by itself.',
  },
  filters: {
    open: 'Filter and sort',
    panel: 'Filter and sort: {list}',
    clear: 'Clear',
    all: 'All',
    yes: 'Yes',
    no: 'No',
    /** The choice for rows without a value. */
    without: 'Not set',
    /** A date or a date field follows. */
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
