import type { Core } from '@strapi/strapi';

import type { Snapshot } from '../../content/snapshot';
import { withFolded } from './folded';
import { linkCounts } from './link-counts';
import { linkContentType } from './link-schema';
import type { LinkData, LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';
import { snapshotRows } from './snapshot-rows';

export type Where = Record<string, unknown>;

/** All columns except `frozen`, which older versions used and which may be large. */
const COLUMNS = [
  'id',
  'documentId',
  ...Object.keys(linkContentType.schema.attributes).filter((name) => name !== 'frozen'),
  'createdAt',
  'updatedAt',
] as (keyof LinkRow)[];

interface FindOptions {
  orderBy?: unknown;
  limit?: number;
  offset?: number;
}

/** All queries of the table of links. */
export function linkRows(strapi: Core.Strapi) {
  const query = () => strapi.db.query(LINK_UID);
  const select = COLUMNS as string[];
  const snapshots = snapshotRows(strapi);

  return {
    byId: (id: number) => query().findOne({ where: { id }, select }) as Promise<LinkRow | null>,

    /** Finds a link by one of the two unique columns that an address can match. */
    byAddress: (where: { tokenHash: string } | { slug: string }) =>
      query().findOne({ where, select }) as Promise<LinkRow | null>,

    /** Finds the links that one of several spellings of an address can mean, in one query. */
    bySpellings: (tokenHashes: string[], slug: string | null) =>
      query().findMany({
        where: { $or: [{ tokenHash: { $in: tokenHashes } }, ...(slug ? [{ slug }] : [])] },
        limit: 2,
        select,
      } as never) as Promise<LinkRow[]>,

    find: (where: Where, options: FindOptions = {}) =>
      query().findMany({ where, orderBy: { id: 'desc' }, ...options, select } as never) as Promise<
        LinkRow[]
      >,

    count: (where: Where) => query().count({ where }),

    /** Call it in a transaction, because a snapshot has a row of its own. */
    async insert({ frozen, ...columns }: LinkData): Promise<LinkRow> {
      const snapshotKey = frozen ? await snapshots.insert(frozen) : null;
      return (await query().create({
        data: { ...withFolded(columns), snapshotKey },
        select,
      })) as LinkRow;
    },

    /** Replaces or removes the snapshot of a link. Call it in the transaction of the change. */
    async replaceSnapshot(
      { id, snapshotKey: before }: Pick<LinkRow, 'id' | 'snapshotKey'>,
      frozen: Snapshot | null
    ): Promise<void> {
      const snapshotKey = frozen && (await snapshots.insert(frozen));
      await markIf({ id }, { snapshotKey });
      if (before) await snapshots.delete(before);
    },

    /**
     * Changes the row only if the condition still holds; otherwise returns false. `updatedAt`
     * identifies an edit, so two changes of a row never have the same one.
     *
     * @param known the row as it was read, which saves a query
     */
    async changeIf(
      where: Where & { id: number },
      data: Partial<LinkRow>,
      known?: Pick<LinkRow, 'updatedAt'>
    ): Promise<boolean> {
      const isGuarded = 'updatedAt' in where;
      let before = isGuarded ? (where as unknown as Pick<LinkRow, 'updatedAt'>) : known;
      for (;;) {
        before ??= await lockedDate(where);
        if (!before) return false;
        const { updatedAt } = before;
        const after = Math.max(Date.now(), new Date(updatedAt).getTime() + 1);
        const change = { ...data, updatedAt: new Date(after).toISOString() };
        if (await markIf({ ...where, updatedAt }, change)) return true;
        if (isGuarded) return false;
        before = undefined;
      }
    },

    ...linkCounts(strapi),

    markIf,
  };

  /** Locks the row: within a transaction, MySQL otherwise shows rows as they were at its start. */
  async function lockedDate(where: Where): Promise<Pick<LinkRow, 'updatedAt'> | undefined> {
    const rows = strapi.db.queryBuilder(LINK_UID).select('updatedAt').where(where).forUpdate();
    return ((await rows.execute()) as Pick<LinkRow, 'updatedAt'>[])[0];
  }

  /**
   * Like `changeIf` but keeps `updatedAt`: for changes that are not edits, so that an open form
   * stays valid.
   */
  async function markIf(where: Where & { id: number }, data: Partial<LinkRow>): Promise<boolean> {
    const { count } = await query().updateMany({
      where,
      data: withFolded(data) as never,
    });
    return count === 1;
  }
}
