import { describe, expect, it } from 'vitest';

import { offeredOptions } from '../../../../../../admin/src/links/form/fields/childrenAndLocales';
import type { EntrySharing } from '../../../../../../contracts/entries';
import type { Link } from '../../../../../../contracts/links';
import { exposure, link, reaching, sharing } from '../../../../../support/panel';

describe('the form offers to open with a link, besides its entry,', () => {
  const files = { ...exposure, files: { labels: ['Cover'], count: 1 } };
  it.each<[string, EntrySharing, Partial<Link> | null, object]>([
    ['nothing', sharing, null, { children: false, locales: [], downloads: false }],
    ['all', reaching, null, { children: true, locales: ['fr'], downloads: true }],
    [
      'files',
      { ...sharing, exposure: files },
      null,
      { children: false, locales: [], downloads: true },
    ],
    [
      'what it opens already',
      sharing,
      { includeChildren: true, locales: ['de'], allowDownload: false },
      { children: true, locales: ['de'], downloads: true },
    ],
    [
      'a language more',
      reaching,
      { locales: ['de', 'fr'] },
      { children: true, locales: ['fr', 'de'], downloads: true },
    ],
  ])('%s', (_title, entry, existing, choices) => {
    expect(offeredOptions(entry, existing && { ...link, ...existing })).toEqual(choices);
  });
});
