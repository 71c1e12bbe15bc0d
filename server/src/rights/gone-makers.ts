import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';

/** The state of an admin user in Strapi. */
export interface AdminState {
  id: number;
  isActive: boolean;
  blocked: boolean | null;
}

/** The maker of a link, as its row names them. */
export interface MakerNames {
  sharedById: number | null;
  /** The maker's document id. Null for programs, and on links that are older than this column. */
  makerKey: string | null;
}

export function isThere(
  user: Pick<AdminState, 'isActive' | 'blocked'> | null | undefined
): boolean {
  return Boolean(user?.isActive) && !user?.blocked;
}

/**
 * Tests whether the maker of a link is gone: deleted, blocked, not active, or a person of another
 * site whose id somebody else has here. Nobody is gone unless the site suspends the links of such
 * makers. One query by primary keys closes their links at once, before a job updates the rows.
 * Links that a program made have no maker.
 */
export async function goneMakers(
  strapi: Core.Strapi,
  { makerLost }: Pick<Settings, 'makerLost'>,
  links: MakerNames[]
): Promise<(link: MakerNames) => boolean> {
  if (makerLost !== 'suspend') return () => false;
  const ids = [...new Set(links.map(({ sharedById }) => sharedById).filter((id) => id !== null))];
  const users = (
    ids.length === 0
      ? []
      : await strapi.db.query('admin::user').findMany({
          where: { id: { $in: ids } },
          select: ['id', 'documentId', 'isActive', 'blocked'],
        })
  ) as (AdminState & { documentId: string })[];
  const there = new Map(users.filter(isThere).map((user) => [user.id, user.documentId]));
  return ({ sharedById, makerKey }) => {
    if (sharedById === null) return makerKey !== null;
    const found = there.get(sharedById);
    return found === undefined || (makerKey !== null && makerKey !== found);
  };
}
