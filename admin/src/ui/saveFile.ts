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
