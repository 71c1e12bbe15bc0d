import { describe, expect, it } from 'vitest';

import { changeable } from '../../../../../admin/src/site/bulk/changeable';
import { LINK_STATES } from '../../../../../contracts/links';
import { link } from '../../../../support/panel';

const links = LINK_STATES.map((state, index) => ({ ...link, id: index, state }));
const statesFor = (action: 'pause' | 'resume' | 'revoke') =>
  changeable(links, action).map(({ state }) => state);

describe('a bulk action counts the links that it would change:', () => {
  it('a pause those that open or are to open', () => {
    expect(statesFor('pause')).toEqual(['scheduled', 'active']);
  });

  it('resuming those that are paused, and no deleted ones', () => {
    expect(statesFor('resume')).toEqual(['paused']);
  });

  it('deleting all but those that are deleted', () => {
    expect(statesFor('revoke')).toEqual(LINK_STATES.filter((state) => state !== 'revoked'));
  });
});
