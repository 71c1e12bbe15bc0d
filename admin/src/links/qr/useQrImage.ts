import * as React from 'react';

import { useFetchClient } from '@strapi/strapi/admin';

import type { Link } from '../../../../contracts/links';
import type { QrFile } from './files';

/** Fetches a QR code from the server with the person's login. */
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

/** Returns an address for `<img>`, which can't send the person's login itself. */
export function useQrImage({ id, url }: Link): { source: string | null; hasFailed: boolean } {
  const fetchQr = useQrFetch();
  const [source, setSource] = React.useState<string | null>(null);
  const [hasFailed, setFailed] = React.useState(false);

  React.useEffect(() => {
    let address: string | null = null;
    let isOver = false;

    fetchQr(id, { format: 'svg', size: null })
      .then((content) => {
        if (isOver) return;
        address = URL.createObjectURL(content);
        setSource(address);
      })
      .catch(() => {
        if (!isOver) setFailed(true);
      });

    return () => {
      isOver = true;
      if (address) URL.revokeObjectURL(address);
    };
    // A new address of the same link gives a new code.
  }, [id, url, fetchQr]);

  return { source, hasFailed };
}
