import type { Link } from './links';

/** Where the content manager edits what a link shows, below the panel's own address. */
export function entryPath(
  { contentType, documentId, locale }: Pick<Link, 'contentType' | 'documentId' | 'locale'>,
  isSingle: boolean
): string {
  const path = isSingle
    ? `/content-manager/single-types/${contentType}`
    : `/content-manager/collection-types/${contentType}/${documentId}`;
  return locale ? `${path}?plugins[i18n][locale]=${encodeURIComponent(locale)}` : path;
}

/** What an address can ask the panel to open for a link: the form with its end, or its visits. */
export interface LinkAsk {
  task: 'extend' | 'visits';
  id: number;
}

/** Name of the query that carries it. It opens a dialog and changes nothing. */
export const ASK_PARAM = 'shareLink';

/** `…?shareLink=extend-12`, for addresses that are sent: mail programs end one at a bracket. */
export function askPath(entry: string, { task, id }: LinkAsk): string {
  const path = entry.replaceAll('[', '%5B').replaceAll(']', '%5D');
  return `${path}${path.includes('?') ? '&' : '?'}${ASK_PARAM}=${task}-${id}`;
}

/** Null for what asks for nothing that there is. */
export function parseAsk(value: string | null): LinkAsk | null {
  const [, task, id] = /^(extend|visits)-(\d{1,10})$/.exec(value ?? '') ?? [];
  return task && id ? { task: task as LinkAsk['task'], id: Number(id) } : null;
}
