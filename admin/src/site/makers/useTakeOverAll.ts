import type { BulkResult, Link } from '../../../../contracts/links';
import { useChangeLinks, useLoadLinks } from '../api';

/** The largest page of a list, and the most links in one bulk action. */
const PAGE = 100;

interface TakenOver {
  result: BulkResult;
  /** The links that were refused. */
  links: Link[];
}

/** Takes over all links without a maker, a page at a time. */
export function useTakeOverAll(): () => Promise<TakenOver> {
  const load = useLoadLinks();
  const change = useChangeLinks();

  return async () => {
    const taken: TakenOver = { result: { done: [], refused: [] }, links: [] };
    for (;;) {
      // Refused links stay in the list, so the next ones come after them.
      const page = Math.floor(taken.links.length / PAGE) + 1;
      const query = `maker=lost&sort=createdAt:asc&pageSize=${PAGE}&page=${page}`;
      const known = new Set(taken.links.map(({ id }) => id));
      const links = (await load(query)).data.filter(({ id }) => !known.has(id));
      if (links.length === 0) return taken;
      const answer = await change({ action: 'takeOver', ids: links.map(({ id }) => id) });
      if ('error' in answer) throw answer.error;
      const { done, refused } = answer.data;
      taken.result.done.push(...done);
      taken.result.refused.push(...refused);
      taken.links.push(...links.filter(({ id }) => refused.some((other) => other.id === id)));
    }
  };
}
