import type { Link } from '../../../../contracts/links';

/** Links in whose name, address or maker every word of the search is found. */
export function filterLinks(links: Link[], search: string): Link[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return links.filter((link) => {
    const text = [link.label, link.url ?? link.tokenHint, link.sharedBy.name]
      .join(' ')
      .toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
