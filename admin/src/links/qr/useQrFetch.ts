import * as React from 'react';

import { useFetchClient } from '@strapi/strapi/admin';

import type { QrFile } from './files';

/** Gets a code from the server, as the signed-in person. */
export function useQrFetch() {
  const { get } = useFetchClient();

  return React.useCallback(
    async (linkId: number, { format, size }: Pick<QrFile, 'format' | 'size'>): Promise<Blob> => {
      const query = size === null ? '' : `&size=${size}`;
      const { data } = await get(`/share-links/links/${linkId}/qr?format=${format}${query}`, {
        responseType: 'blob',
      });
      return data;
    },
    [get]
  );
}
