import * as React from 'react';

import { useErrorText } from '../../api';
import { useEntrySharingQuery } from '../link/api';
import type { EntrySharingQuery } from '../link/api';
import { useLinksOnTime } from '../link/useLinksOnTime';
import { FailedCard, PendingCard } from './CardStates';
import type { SavedEntry } from './savedEntry';
import { ShareControls } from './ShareControls';

/** The card of a saved entry. */
export function ShareCard(entry: SavedEntry) {
  const { sharing, error, isFetching, refetch } = useEntrySharing(entry);
  const errorText = useErrorText();

  if (sharing) return <ShareControls sharing={sharing} refetch={refetch} />;
  if (!error) return <PendingCard />;
  return (
    <FailedCard message={errorText(error)} isRetrying={isFetching} onRetry={() => void refetch()} />
  );
}

/** Loads the links of an entry, and again whenever the entry has changed. */
function useEntrySharing({ address, version }: SavedEntry): EntrySharingQuery {
  const query = useEntrySharingQuery(address, { refetchOnMountOrArgChange: true });
  const { sharing, refetch } = query;
  useLinksOnTime(sharing?.links, refetch);

  const askedFor = React.useRef(version);
  React.useEffect(() => {
    if (askedFor.current === version) return;
    askedFor.current = version;
    void refetch();
  }, [version, refetch]);

  return query;
}
