import type { Core } from '@strapi/strapi';

import { refuseField } from '../../core/errors';
import type { Rights } from '../../rights/rights';
import type { LinkData, LinkRow } from '../store/link-schema';
import { timelineOf } from '../store/timeline';

/**
 * Everybody who may share an entry may set a password on its links, because a password is useless
 * without the address. A readable address can be guessed. So a link gets none while its password was
 * set by somebody other than its maker or the person who adds the address.
 *
 * @throws Refused `invalid`, naming the password
 */
export async function checkWhoChosePassword(
  strapi: Core.Strapi,
  row: LinkRow,
  change: LinkData,
  { actor }: Rights
): Promise<void> {
  const keepsPassword = row.passwordHash !== null && change.passwordHash === undefined;
  if (!change.slug || row.slug || !keepsPassword) return;
  const page = { page: 1, pageSize: 1, type: ['password-set' as const] };
  const [last] = await timelineOf(strapi, row, page);
  // A token has the id of its owner, who may have more rights, so the name is compared too.
  const isBy = (id: number | null, name: string | null) =>
    last?.by.id === id && last.by.name === name;
  if (!last || isBy(actor.id, actor.name) || isBy(row.sharedById, row.sharedByName)) return;
  refuseField(
    'password',
    'Somebody else chose the password of this link; choose another one for a readable address'
  );
}
