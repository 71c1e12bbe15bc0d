import type { EditViewContext } from '@strapi/content-manager/strapi-admin';

import type { EntryAddress } from '../../api';

export interface SavedEntry {
  address: EntryAddress;
  /** Changes whenever the entry is saved, published or unpublished. */
  version: string;
}

/** Returns the entry that the edit view shows; null if it has not been saved in its locale. */
export function savedEntry({
  model,
  document,
  meta,
}: Pick<EditViewContext, 'model' | 'document' | 'meta'>): SavedEntry | null {
  if (!document?.id || !document.documentId) return null;

  const versions = [document, ...(meta?.availableStatus ?? [])];
  return {
    address: {
      uid: model,
      documentId: document.documentId,
      locale: typeof document.locale === 'string' ? document.locale : undefined,
    },
    version: versions.map(({ updatedAt, publishedAt }) => `${updatedAt}/${publishedAt}`).join(),
  };
}
