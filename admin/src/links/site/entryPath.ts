import type { Link } from '../../../../contracts/links';

/** Where the content manager edits what a link shows. */
export function entryPath(
  { contentType, documentId, locale }: Pick<Link, 'contentType' | 'documentId' | 'locale'>,
  isSingle: boolean
): string {
  const path = isSingle
    ? `/content-manager/single-types/${contentType}`
    : `/content-manager/collection-types/${contentType}/${documentId}`;
  return locale ? `${path}?plugins[i18n][locale]=${encodeURIComponent(locale)}` : path;
}
