import * as React from 'react';

import { useEntrySharingQuery } from '../link/api';
import type { EntrySharingQuery } from '../link/api';
import type { SavedEntry } from './savedEntry';

/** What the server says about an entry's links, asked again whenever the entry has changed. */
export function useEntrySharing({ address, version }: SavedEntry): EntrySharingQuery {
  const query = useEntrySharingQuery(address, { refetchOnMountOrArgChange: true });
  const { refetch } = query;

  const askedFor = React.useRef(version);
  React.useEffect(() => {
    if (askedFor.current === version) return;
    askedFor.current = version;
    void refetch();
  }, [version, refetch]);

  return query;
}
