import * as React from 'react';

import type { Link } from '../../../../contracts/links';
import { useQrFetch } from './useQrFetch';

/** An address for `<img>`, which can't send the person's token itself. */
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
    // Another address of the same link has another code.
  }, [id, url, fetchQr]);

  return { source, hasFailed };
}
