import type { Link } from '../../../../../contracts/links';

/** What a person types, as close to a readable address as it can be while still typing. */
export function slugInput(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** The address of a link by its slug, made from an address of this site that is already known. */
export function slugAddress(
  slug: string,
  known: Pick<Link, 'url' | 'slug' | 'tokenHint'>[]
): string {
  for (const { url, slug: knownSlug, tokenHint } of known) {
    const segments = url?.split(/(?<=[/?=&#])|(?=[/?=&#])/) ?? [];
    const secret = segments.findLastIndex(
      (segment) => segment === knownSlug || segment.startsWith(tokenHint)
    );
    if (secret !== -1) return segments.with(secret, slug).join('');
  }
  return `…/${slug}`;
}
