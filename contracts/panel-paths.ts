import type { Link } from './links';

/** The path at which the content manager edits a link's entry, below the panel's own address. */
export function entryPath(
  { contentType, documentId, locale }: Pick<Link, 'contentType' | 'documentId' | 'locale'>,
  isSingle: boolean
): string {
  const path = isSingle
    ? `/content-manager/single-types/${contentType}`
    : `/content-manager/collection-types/${contentType}/${documentId}`;
  return locale ? `${path}?plugins[i18n][locale]=${encodeURIComponent(locale)}` : path;
}

/** What an address can ask the panel to open for a link: the form for its end, or its visits. */
export interface LinkAsk {
  task: 'extend' | 'visits';
  id: number;
}

/** The name of the query parameter for this. It opens a dialog and changes nothing. */
export const ASK_PARAM = 'shareLink';

/**
 * Adds `?shareLink=extend-12` to a path for a mail. It encodes brackets, because mail programs end
 * an address there.
 */
export function askPath(entry: string, { task, id }: LinkAsk): string {
  const path = entry.replaceAll('[', '%5B').replaceAll(']', '%5D');
  return `${path}${path.includes('?') ? '&' : '?'}${ASK_PARAM}=${task}-${id}`;
}

/** Returns null if the value is not a known request. */
export function parseAsk(value: string | null): LinkAsk | null {
  const [, task, id] = /^(extend|visits)-(\d{1,10})$/.exec(value ?? '') ?? [];
  return task && id ? { task: task as LinkAsk['task'], id: Number(id) } : null;
}
