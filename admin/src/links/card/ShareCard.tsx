import { useAPIErrorHandler } from '@strapi/strapi/admin';

import { FailedCard } from './FailedCard';
import { PendingCard } from './PendingCard';
import { ShareControls } from './ShareControls';
import type { SavedEntry } from './savedEntry';
import { useEntrySharing } from './useEntrySharing';

/** The card of a saved entry. */
export function ShareCard(entry: SavedEntry) {
  const { sharing, error, isFetching, refetch } = useEntrySharing(entry);
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();

  if (sharing) return <ShareControls sharing={sharing} refetch={refetch} />;
  if (!error) return <PendingCard />;
  return (
    <FailedCard
      message={formatError(error)}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
