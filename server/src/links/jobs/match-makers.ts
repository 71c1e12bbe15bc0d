import type { Core } from '@strapi/strapi';

import { emailHash } from '../../rights/maker-keys';
import type { MakerKeys } from '../../rights/maker-keys';
import { LINK_UID } from '../store/link-uid';

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
