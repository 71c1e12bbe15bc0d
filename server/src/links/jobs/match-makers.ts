import type { Core } from '@strapi/strapi';

import { adminName } from '../../core/admin-name';
import type { AdminUser } from '../../core/admin-name';
import { emailHash, makerKeys } from '../../rights/maker-keys';
import type { MakerKeys } from '../../rights/maker-keys';
import type { LinkRow } from '../store/link-schema';
import { LINK_UID } from '../store/link-uid';
import { GONE } from '../store/migrate-names';

interface Maker extends MakerKeys {
  sharedById: number | null;
}

interface User {
  id: number;
  documentId: string;
  email: string;
}

/**
 * Gives links to the person who made them, after an import has brought rows from another site. The
 * same document id is the same person; otherwise the same e-mail address is. A link whose maker is
 * not here gets no `sharedById`, so that nobody who has the same id here counts as its maker.
 */
export async function matchMakers(strapi: Core.Strapi): Promise<void> {
  await nameMakers(strapi);
  const makers = await knownMakers(strapi);
  if (makers.length === 0) return;
  const users = (await strapi.db
    .query('admin::user')
    .findMany({ select: ['id', 'documentId', 'email'] })) as User[];
  const byKey = new Map(users.map((user) => [user.documentId, user]));
  const byHash = new Map(users.map((user) => [emailHash(user.email), user]));
  const ids = new Set(users.map(({ id }) => id));

  for (const maker of makers) {
    const user = byKey.get(maker.makerKey!) ?? byHash.get(maker.makerEmailHash ?? '');
    const after = user
      ? { sharedById: user.id, makerKey: user.documentId, makerEmailHash: emailHash(user.email) }
      : { ...maker, sharedById: ids.has(maker.sharedById!) ? null : maker.sharedById };
    if (Object.entries(after).every(([name, value]) => maker[name as keyof Maker] === value)) {
      continue;
    }
    await strapi.db.query(LINK_UID).updateMany({ where: { ...maker }, data: after as never });
  }
}

/**
 * Gives keys to links without one, which come from an older version: by an import, or from a node
 * that still runs it. The id alone may be somebody else's, so the name has to match as well.
 */
async function nameMakers(strapi: Core.Strapi): Promise<void> {
  const query = strapi.db.query(LINK_UID);
  const unnamed = { sharedById: { $notNull: true }, makerKey: null };
  for (;;) {
    const link = (await query.findOne({
      where: unnamed,
      select: ['sharedById', 'sharedByName'],
    })) as Pick<LinkRow, 'sharedById' | 'sharedByName'> | null;
    if (!link) return;
    const { sharedById, sharedByName } = link;
    const user = (await strapi.db
      .query('admin::user')
      .findOne({ where: { id: sharedById } })) as AdminUser | null;
    // The name of a token begins with its owner's.
    const isSame = user && sharedByName.startsWith(adminName(user));
    const keys = isSame
      ? await makerKeys(strapi, user.id)
      : { sharedById: null, makerKey: GONE, makerEmailHash: null };
    await query.updateMany({
      where: { ...unnamed, sharedById, sharedByName },
      data: keys as never,
    });
  }
}

/** Every maker that a link names, once. */
async function knownMakers(strapi: Core.Strapi): Promise<Maker[]> {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const rows = (await strapi.db
    .getConnection(tableName)
    .distinct('shared_by_id', 'maker_key', 'maker_email_hash')
    .whereNotNull('maker_key')) as Record<string, never>[];
  return rows.map((row) => ({
    sharedById: row.shared_by_id ?? null,
    makerKey: row.maker_key ?? null,
    makerEmailHash: row.maker_email_hash ?? null,
  }));
}

/**
 * Forgets the e-mail address of somebody who is deleted here: whoever takes the address later must
 * not become the maker of their links.
 */
export async function forgetMaker(strapi: Core.Strapi, id: number): Promise<void> {
  await strapi.db
    .query(LINK_UID)
    .updateMany({ where: { sharedById: id }, data: { makerEmailHash: null } as never });
}
