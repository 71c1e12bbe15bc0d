import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';

/** The state of an admin user in Strapi. */
export interface AdminState {
  id: number;
  isActive: boolean;
  blocked: boolean | null;
}

export function isThere(
  user: Pick<AdminState, 'isActive' | 'blocked'> | null | undefined
): boolean {
  return Boolean(user?.isActive) && !user?.blocked;
}

/**
 * The ids of the links' makers who are deleted, blocked or not active. Empty unless the site
 * suspends the links of such makers. One query by primary keys closes their links at once, before a
 * job updates the rows. Links that a program made have no maker.
 */
export async function goneMakers(
  strapi: Core.Strapi,
  { makerLost }: Pick<Settings, 'makerLost'>,
  links: { sharedById: number | null }[]
): Promise<Set<number>> {
  const ids = new Set(links.map(({ sharedById }) => sharedById).filter((id) => id !== null));
  if (makerLost !== 'suspend' || ids.size === 0) return new Set();
  const users = (await strapi.db.query('admin::user').findMany({
    where: { id: { $in: [...ids] } },
    select: ['id', 'isActive', 'blocked'],
  })) as AdminState[];
  for (const user of users.filter(isThere)) ids.delete(user.id);
  return ids;
}
