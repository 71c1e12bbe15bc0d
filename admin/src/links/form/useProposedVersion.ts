import * as React from 'react';

import type { Exposure } from '../../../../contracts/entries';
import type { RulesState } from './useRules';

/** Keeps a form that nobody has told otherwise with the version that the server proposes. */
export function useProposedVersion({ values, change }: RulesState, exposure: Exposure | null) {
  const proposed = exposure?.shows;
  const before = React.useRef(proposed);

  React.useEffect(() => {
    if (proposed && proposed !== before.current && values.shows === before.current) {
      change({ shows: proposed });
    }
    before.current = proposed;
  }, [proposed, values.shows, change]);
}
