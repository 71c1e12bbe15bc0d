import * as React from 'react';

import { useNotify } from './useNotify';

/** Gets a file and hands it to the browser; `failed` is said where the server does not give it. */
export function useDownload(failed: string) {
  const notify = useNotify();
  const [isBusy, setBusy] = React.useState(false);

  async function download(fetch: () => Promise<Blob>, name: string) {
    if (isBusy) return;
    setBusy(true);
    try {
      saveFile(await fetch(), name);
    } catch {
      notify.failure(failed);
    }
    setBusy(false);
  }

  return { isBusy, download };
}

/** Hands a file to the browser, as if it had been downloaded. */
export function saveFile(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser has to have started before the address is gone.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
