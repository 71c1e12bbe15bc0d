/** The words of the search. */
export const search = {
  title: 'Search',
  label: 'Search this page',
  labelAll: 'Search these pages',
  submit: 'Search',
  back: (title: string) => `Back to ${title}`,
  bad: 'Write what you are looking for, in at most 200 characters.',
  none: (q: string) => `Nothing was found for “${q}”.`,
  advice: 'All words have to stand in one place. Try fewer or shorter ones.',
  found: (count: number, q: string) =>
    count === 1 ? `One place was found for “${q}”.` : `${count} places were found for “${q}”.`,
  cut: (count: number, q: string) =>
    `More than ${count} places were found for “${q}”. These are the first; more words find fewer.`,
};

export type SearchWords = typeof search;
