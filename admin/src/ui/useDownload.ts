import * as React from 'react';

import { useNotify } from './useNotify';

/** Downloads a file that the server makes; shows `failed` if the server does not send it. */
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

/** Lets the browser save a file, as after a download. */
export function saveFile(file: Blob, name: string) {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The address must last until the browser has started to save.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
