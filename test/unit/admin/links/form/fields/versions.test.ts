import { describe, expect, it } from 'vitest';

import { versionChoices } from '../../../../../../admin/src/links/form/fields/versions';
import { exposure } from '../../../../../support/panel';

describe('the form offers the versions of an entry:', () => {
  it.each([
    ['published and draft', true, true, null, ['published', 'draft', 'frozen']],
    ['never published', true, false, null, ['draft', 'frozen']],
    [
      'a link to what is not published any more',
      true,
      false,
      'published',
      ['published', 'draft', 'frozen'],
    ],
    ['no draft & publish', false, true, null, ['published', 'frozen']],
  ] as const)('%s', (_title, draftAndPublish, published, shows, choices) => {
    const entry = { versions: { draftAndPublish, published }, exposure };
    expect(versionChoices(entry, shows && { shows })).toEqual(choices);
  });
});
