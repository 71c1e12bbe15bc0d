import type { Link } from '../../../../../contracts/links';

/** Turns what a person types into a readable address, but lets them finish typing. */
export function slugInput(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Returns the address of a link by its slug, modelled on a known address of the site. */
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
