import type { Link } from '../../../../contracts/links';

/** The listed links with the one made just now, whose address only its own answer may know. */
export function withMadeLink(links: Link[], made: Link | null): Link[] {
  if (!made) return links;
  const listed = links.find(({ id }) => id === made.id);
  const others = links.filter(({ id }) => id !== made.id);
  return [{ ...made, ...listed, url: listed?.url ?? made.url }, ...others];
}
