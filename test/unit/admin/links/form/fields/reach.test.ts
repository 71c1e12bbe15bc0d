import { describe, expect, it } from 'vitest';

import { indexingObstacles } from '../../../../../../admin/src/links/form/fields/indexing';
import { localInput } from '../../../../../../admin/src/links/form/fields/localTime';
import { reachChoices } from '../../../../../../admin/src/links/form/fields/reach';
import { newValues } from '../../../../../../admin/src/links/form/values';
import type { RulesValues } from '../../../../../../admin/src/links/form/values';
import type { EntrySharing } from '../../../../../../contracts/entries';
import type { Link } from '../../../../../../contracts/links';
import { exposure, inDays, link, now, reaching, sharing } from '../../../../../support/panel';

const blank = newValues(sharing);

describe('what a link can open besides its entry', () => {
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
    expect(reachChoices(entry, existing && { ...link, ...existing })).toEqual(choices);
  });
});

describe('what keeps search engines out', () => {
  const open = { ...blank, shows: 'published' as const };
  it.each<[string, Partial<RulesValues>, Partial<Link> | null, string[]]>([
    ['nothing', {}, null, []],
    ['a new password', { password: 'hk7m-w3px' }, null, ['password']],
    ['the password that is kept', { passwordPlan: 'keep' }, { hasPassword: true }, ['password']],
    ['a password that goes', { passwordPlan: 'remove' }, { hasPassword: true }, []],
    ['the draft', { shows: 'draft' }, null, ['version']],
    ['a frozen copy', { shows: 'frozen' }, null, ['version']],
    ['a limit', { maxViewers: '3' }, null, ['viewers']],
    ['a start to come', { startsAt: localInput(inDays(1)) }, null, ['start']],
    ['a start that is over', { startsAt: localInput(inDays(-1)) }, null, []],
    [
      'all at once',
      { password: 'hk7m-w3px', shows: 'draft', maxViewers: '3', startsAt: localInput(inDays(1)) },
      null,
      ['password', 'version', 'viewers', 'start'],
    ],
  ])('%s', (_title, values, existing, obstacles) => {
    const of = existing && { ...link, ...existing };
    expect(indexingObstacles({ ...open, ...values }, of, now)).toEqual(
      obstacles.map((name) => `rules.indexing.blocked.${name}`)
    );
  });
});
