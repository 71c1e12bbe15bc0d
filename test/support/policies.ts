import type { EntryPolicy } from '../../contracts/entries';
import type { Client, ErrorAnswer } from './client';
import type { Entry } from './entries';

/** Sets the share policy of an entry. */
export const setPolicy = (by: Client, uid: string, { documentId }: Entry, policy: string) =>
  by<{ data: EntryPolicy } & Pick<ErrorAnswer, 'error'>>(
    'PUT',
    `/share-links/entries/${uid}/${documentId}/policy`,
    { data: { policy } }
  );
