import { describe, expect, it } from 'vitest';

import { indexingObstacles } from '../../../../../../admin/src/links/form/fields/indexing';
import { localInput } from '../../../../../../admin/src/links/form/fields/localTime';
import { newValues } from '../../../../../../admin/src/links/form/values';
import type { RulesValues } from '../../../../../../admin/src/links/form/values';
import type { Link } from '../../../../../../contracts/links';
import { inDays, link, now, sharing } from '../../../../../support/panel';

const blank = newValues(sharing);

describe('search engines are kept out by', () => {
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
