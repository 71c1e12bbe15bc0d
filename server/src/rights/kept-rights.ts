import type { Core, UID } from '@strapi/strapi';

import { PLUGIN_ID } from '../../../contracts/permissions';
import { changeStored, readStored } from '../settings/storage';

const KEY = 'rights';
const ACTIONS = `plugin::${PLUGIN_ID}.`;

/** A table of Strapi that grants actions of the plugin, and the columns that name who has them. */
interface Grants {
  uid: UID.ContentType;
  holders: Record<string, UID.ContentType>;
  columns: string[];
}

const TABLES: Record<string, Grants> = {
  admin: {
    uid: 'admin::permission',
    holders: { role: 'admin::role', apiToken: 'admin::api-token' },
    columns: ['action', 'actionParameters', 'subject', 'properties', 'conditions'],
  },
  tokens: {
    uid: 'admin::api-token-permission',
    holders: { token: 'admin::api-token' },
    columns: ['action'],
  },
  customers: {
    uid: 'plugin::users-permissions.permission' as UID.ContentType,
    holders: { role: 'plugin::users-permissions.role' as UID.ContentType },
    columns: ['action'],
  },
};

/** A granted action: its columns, and the document ids of those who have it. */
type Grant = Record<string, unknown>;
type KeptRights = Record<string, Grant[]>;

/** A copy of all rights, and whether a start without the plugin has deleted them since. */
interface Stored {
  rights?: KeptRights;
  /** Counts the copies. */
  count?: number;
  isLost?: boolean;
}

/**
 * At each start, Strapi deletes rights whose action no plugin registers. This keeps a copy of the
 * plugin's own ones, so that a start without the plugin takes no right away for good. Holders are
 * named by document ids: after an import, the copy fits nobody.
 */
export function watchRights(strapi: Core.Strapi): void {
  const models = tablesOf(strapi).map(({ uid }) => uid);
  const changed = ({ result, params }: { result?: unknown; params?: object }) => {
    if (mayBeOurs(result, params)) keepSoon(strapi);
  };
  strapi.db.lifecycles.subscribe({
    models,
    afterCreate: changed,
    afterCreateMany: changed,
    afterUpdate: changed,
    afterUpdateMany: changed,
    afterDelete: changed,
    afterDeleteMany: changed,
  } as never);
}

/** Remembers that the last start was one without the plugin. Call it before Strapi's clean-up. */
export async function markRightsLost(strapi: Core.Strapi): Promise<void> {
  await changeStored<Stored>(strapi, KEY, (before) =>
    before.rights ? { ...before, isLost: true } : before
  );
}

/** Puts rights back that a start without the plugin has deleted, and then keeps a new copy. */
export async function restoreRights(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async () => {
    const stored = (await readStored(strapi, [KEY]))[KEY] as Stored | null | undefined;
    if (!stored?.isLost) return;
    let isOurs = false;
    // Of several nodes that start at once, one puts the rights back.
    await changeStored<Stored>(strapi, KEY, (before) => {
      isOurs = before.isLost === true;
      return { ...before, isLost: false };
    });
    if (!isOurs) return;
    for (const [name, table] of tableEntries(strapi)) {
      for (const grant of stored.rights?.[name] ?? []) await putBack(strapi, table, grant);
    }
  });
  await keepRights(strapi);
}

/**
 * Stores a copy of the rights as they are now. A copy that somebody else has stored since this one
 * began is newer, so it begins again.
 */
async function keepRights(strapi: Core.Strapi): Promise<void> {
  // Another process has started without the plugin, and deleted rights, while this one runs.
  if (!(await knowsPlugin(strapi))) return markRightsLost(strapi);
  for (let isStale = true; isStale;) {
    isStale = false;
    const stored = (await readStored(strapi, [KEY]))[KEY] as Stored | null | undefined;
    const count = stored?.count ?? 0;
    const rights: KeptRights = {};
    for (const [name, table] of tableEntries(strapi)) rights[name] = await grantsIn(strapi, table);
    if (JSON.stringify(stored?.rights) === JSON.stringify(rights)) return;
    await changeStored<Stored>(strapi, KEY, (before) => {
      isStale = (before.count ?? 0) !== count;
      return isStale ? before : { ...before, rights, count: count + 1 };
    });
  }
}

/** Returns true if the last start of any process was one with the plugin. */
async function knowsPlugin(strapi: Core.Strapi): Promise<boolean> {
  const types = await strapi.store!.get({ type: 'strapi', name: 'content_types', key: 'schema' });
  return Object.keys((types ?? {}) as object).some((uid) => uid.startsWith(ACTIONS));
}

/** Takes the plugin's rights away from everybody. */
export async function deleteRights(strapi: Core.Strapi): Promise<void> {
  for (const { uid } of tablesOf(strapi)) {
    await strapi.db.query(uid).deleteMany({ where: { action: { $startsWith: ACTIONS } } as never });
  }
}

/** Waits for the copy that a change has asked for. */
export async function stopWatchingRights(strapi: Core.Strapi): Promise<void> {
  await keeping.get(strapi);
}

const keeping = new WeakMap<Core.Strapi, Promise<void>>();
const asked = new WeakSet<Core.Strapi>();

/** Copies after the current transaction; many changes of one role share a copy. */
function keepSoon(strapi: Core.Strapi): void {
  const keep = () => {
    if (asked.has(strapi)) return;
    asked.add(strapi);
    const before = keeping.get(strapi) ?? Promise.resolve();
    const next = before.then(async () => {
      asked.delete(strapi);
      try {
        await keepRights(strapi);
      } catch (error) {
        strapi.log.error(`Share Links: the copy of rights was not updated: ${String(error)}`);
      }
    });
    keeping.set(strapi, next);
  };
  if (!strapi.db.inTransaction()) return keep();
  void strapi.db.transaction(async ({ onCommit }) => onCommit(keep)).catch(() => undefined);
}

function mayBeOurs(result: unknown, params?: object): boolean {
  const { action } = (result ?? {}) as { action?: unknown };
  const { action: named } = ((params as { data?: object })?.data ?? {}) as { action?: unknown };
  const known = typeof action === 'string' ? action : named;
  return typeof known !== 'string' || known.startsWith(ACTIONS);
}

function tableEntries(strapi: Core.Strapi): [string, Grants][] {
  return Object.entries(TABLES).filter(([, { uid }]) => strapi.contentTypes[uid] !== undefined);
}

function tablesOf(strapi: Core.Strapi): Grants[] {
  return tableEntries(strapi).map(([, table]) => table);
}

async function grantsIn(strapi: Core.Strapi, { uid, holders, columns }: Grants): Promise<Grant[]> {
  const populate = Object.fromEntries(
    Object.keys(holders).map((name) => [name, { select: ['documentId'] }])
  );
  const rows = (await strapi.db.query(uid).findMany({
    where: { action: { $startsWith: ACTIONS } },
    select: columns,
    populate,
    orderBy: { id: 'asc' },
  } as never)) as Record<string, unknown>[];
  return rows.map((row) => ({
    ...Object.fromEntries(columns.map((name) => [name, row[name]])),
    ...Object.fromEntries(
      Object.keys(holders).map((name) => [
        name,
        (row[name] as { documentId: string } | null)?.documentId ?? null,
      ])
    ),
  }));
}

/** Grants the action again, if its holder still exists and does not have it. */
async function putBack(
  strapi: Core.Strapi,
  { uid, holders, columns }: Grants,
  grant: Grant
): Promise<void> {
  const data: Record<string, unknown> = Object.fromEntries(
    columns.map((name) => [name, grant[name]])
  );
  let hasHolder = false;
  for (const [name, holder] of Object.entries(holders)) {
    const documentId = grant[name];
    if (typeof documentId !== 'string') continue;
    const found = (await strapi.db
      .query(holder)
      .findOne({ where: { documentId }, select: ['id'] })) as { id: number } | null;
    if (!found) return;
    data[name] = found.id;
    hasHolder = true;
  }
  if (!hasHolder) return;
  const same = Object.entries(data).filter(
    ([name, value]) => name in holders || typeof value === 'string'
  );
  const exists = await strapi.db.query(uid).count({ where: Object.fromEntries(same) as never });
  if (exists === 0) await strapi.db.query(uid).create({ data: data as never });
}
