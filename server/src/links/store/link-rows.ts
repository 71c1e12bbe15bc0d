import type { Core } from '@strapi/strapi';

import type { Snapshot } from '../../content/snapshot';
import { linkCounts } from './link-counts';
import { linkContentType } from './link-schema';
import type { LinkData, LinkRow } from './link-schema';
import { LINK_UID } from './link-uid';
import { snapshotRows } from './snapshot-rows';

export type Where = Record<string, unknown>;

/** What a row is read with: every column but the one of older versions, which may be large. */
const COLUMNS = [
  'id',
  ...Object.keys(linkContentType.schema.attributes).filter((name) => name !== 'frozen'),
  'createdAt',
  'updatedAt',
] as (keyof LinkRow)[];

interface FindOptions {
  orderBy?: unknown;
  limit?: number;
  offset?: number;
}

/** All that reads or writes the table of links. */
export function linkRows(strapi: Core.Strapi) {
  const query = () => strapi.db.query(LINK_UID);
  const select = COLUMNS as string[];
  const snapshots = snapshotRows(strapi);

  return {
    byId: (id: number) => query().findOne({ where: { id }, select }) as Promise<LinkRow | null>,

    /** By one of the two unique columns that an address can name. */
    byAddress: (where: { tokenHash: string } | { slug: string }) =>
      query().findOne({ where, select }) as Promise<LinkRow | null>,

    find: (where: Where, options: FindOptions = {}) =>
      query().findMany({ where, orderBy: { id: 'desc' }, ...options, select } as never) as Promise<
        LinkRow[]
      >,

    count: (where: Where) => query().count({ where }),

    /** Within a transaction, since a snapshot is a row of its own. */
    async insert({ frozen, ...columns }: LinkData): Promise<LinkRow> {
      const snapshotKey = frozen ? await snapshots.insert(frozen) : null;
      return (await query().create({ data: { ...columns, snapshotKey }, select })) as LinkRow;
    },

    /** Keeps another snapshot with a link, or none. Within the transaction of the change. */
    async replaceSnapshot(
      { id, snapshotKey: before }: Pick<LinkRow, 'id' | 'snapshotKey'>,
      frozen: Snapshot | null
    ): Promise<void> {
      const snapshotKey = frozen && (await snapshots.insert(frozen));
      await markIf({ id }, { snapshotKey });
      if (before) await snapshots.delete(before);
    },

    /**
     * Changes the row only while the condition holds; false when it did not any more. An edit is
     * known by its `updatedAt`, so no two changes of a row have the same one, however close.
     *
     * @param known the row as it was read, which saves another look at it
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

  /** Locked, since in a transaction MySQL shows rows as they were when it began. */
  async function lockedDate(where: Where): Promise<Pick<LinkRow, 'updatedAt'> | undefined> {
    const rows = strapi.db.queryBuilder(LINK_UID).select('updatedAt').where(where).forUpdate();
    return ((await rows.execute()) as Pick<LinkRow, 'updatedAt'>[])[0];
  }

  /** As `changeIf`, for what is no edit: a form that somebody has open stays up to date. */
  async function markIf(where: Where & { id: number }, data: Partial<LinkRow>): Promise<boolean> {
    const { count } = await query().updateMany({ where, data: data as never });
    return count === 1;
  }
}
