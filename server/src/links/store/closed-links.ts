import type { Core, Schema, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';

import type { LinkState } from '../../../../contracts/links';
import type { Settings } from '../../../../contracts/settings';
import { pause } from '../../core/pause';
import { isLocalized } from '../../schema/localized';
import { offEntries } from '../../share-policy/off-entries';
import type { Where } from './link-rows';
import { LINK_UID } from './link-uid';
import { liveWhere } from './live-links';
import { MAKER_UNKNOWN, goneIds, makerIds } from './lost-makers';

type Knex = Core.Strapi['db']['connection'];

/**
 * The links in a state, decided in the database just as `closedBy` decides it for one link. A state
 * depends on what lies around a link, so this reads the policies and versions of the entries of all
 * links that their own rules would open.
 */
export async function stateWhere(
  strapi: Core.Strapi,
  settings: Settings,
  state: LinkState
): Promise<Where> {
  const now = new Date().toISOString();
  if (state !== 'active' && state !== 'suspended') {
    const lost = await makerGoneWhere(strapi, settings);
    const isHidden = lost && (state === 'paused' || state === 'scheduled');
    const own = ownStateWhere(state, now);
    return isHidden ? { $and: [own, { $not: lost }] } : own;
  }
  const open = ownStateWhere('active', now);
  const around = await closedAround(strapi, settings, open);
  const lost = await makerGoneWhere(strapi, settings);
  const closed: Where[] = around === 'all' ? [open] : around.map((one) => ({ $and: [open, one] }));
  if (state === 'active') {
    // A comparison of an empty column is neither true nor false, so `$not` would lose such links.
    const ids = idsOf(strapi, { $or: [...closed, ...(lost ? [lost] : [])] });
    return closed.length === 0 && !lost ? open : { $and: [open, { id: { $notIn: ids } }] };
  }
  const byMaker = lost ? [{ $and: [liveWhere(new Date(now)), lost] }] : [];
  return { $or: [ownStateWhere('suspended', now), ...byMaker, ...closed] };
}

/** Decides the same as `stateOf`, in the database. */
function ownStateWhere(state: LinkState, now: string): Where {
  const alive = { revokedAt: null };
  const notEnded = { $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
  const free = { isFull: false, suspendedAt: null };
  switch (state) {
    case 'revoked':
      return { revokedAt: { $notNull: true } };
    case 'expired':
      return { ...alive, expiresAt: { $lte: now } };
    case 'exhausted':
      return { $and: [alive, notEnded, { isFull: true }] };
    case 'suspended':
      return { $and: [alive, notEnded, { isFull: false, suspendedAt: { $notNull: true } }] };
    case 'paused':
      return { $and: [alive, notEnded, { ...free, pausedAt: { $notNull: true } }] };
    case 'scheduled':
      return {
        $and: [alive, notEnded, { ...free, pausedAt: null, startsAt: { $gt: now } }],
      };
    case 'active':
      return {
        $and: [
          alive,
          notEnded,
          { ...free, pausedAt: null },
          { $or: [{ startsAt: null }, { startsAt: { $lte: now } }] },
        ],
      };
  }
}

/** Links of makers who are gone, also before a job has suspended them. Null if there are none. */
async function makerGoneWhere(strapi: Core.Strapi, settings: Settings): Promise<Where | null> {
  if (settings.makerLost !== 'suspend') return null;
  const ids = await goneIds(strapi, settings, await makerIds(strapi));
  return { id: { $in: idsOf(strapi, { $or: [MAKER_UNKNOWN, { sharedById: { $in: ids } }] }) } };
}

/** What keeps some of these links closed, or `all` if the site has paused sharing. */
async function closedAround(
  strapi: Core.Strapi,
  settings: Settings,
  open: Where
): Promise<Where[] | 'all'> {
  if (settings.paused) return 'all';
  const known = Object.keys(strapi.contentTypes);
  const enabled = known.filter((uid) => settings.contentTypes[uid]?.enabled);
  const closed: Where[] = [{ contentType: { $notIn: enabled } }];
  for (const { contentType, shows, entryLocale } of await kindsOf(strapi, open)) {
    if (!enabled.includes(contentType)) continue;
    const kind = { contentType, shows, entryLocale };
    const there = versionsThere(strapi, kind);
    if (there) closed.push({ ...kind, entryDocumentId: { $notIn: there } });
  }
  for (const uid of enabled) {
    const off = await offEntries(strapi, settings, uid, () => documentsOf(strapi, open, uid));
    if (off) closed.push({ contentType: uid, entryDocumentId: off });
  }
  return closed;
}

interface Kind {
  contentType: string;
  shows: 'published' | 'draft' | 'frozen';
  entryLocale: string | null;
}

/** The types, versions and languages that these links show. */
async function kindsOf(strapi: Core.Strapi, where: Where): Promise<Kind[]> {
  const rows = (await queryOf(strapi, where, [
    'contentType',
    'shows',
    'entryLocale',
  ]).distinct()) as {
    content_type: string;
    shows: Kind['shows'];
    entry_locale: string | null;
  }[];
  return rows.map((row) => ({
    contentType: row.content_type,
    shows: row.shows,
    entryLocale: row.entry_locale,
  }));
}

/** The document ids of the entries that have the version. Null for snapshots. */
function versionsThere(strapi: Core.Strapi, { contentType, shows, entryLocale }: Kind) {
  if (shows === 'frozen') return null;
  const model = strapi.contentTypes[contentType as UID.ContentType] as Schema.ContentType;
  const hasDrafts = contentTypes.hasDraftAndPublish(model);
  const publishedAt = { publishedAt: shows === 'published' ? { $notNull: true } : null };
  const isOneOfMany = entryLocale !== null && isLocalized(strapi, contentType);
  const where = {
    documentId: { $notNull: true },
    ...(hasDrafts ? publishedAt : {}),
    ...(isOneOfMany ? { locale: entryLocale } : {}),
  };
  const { query, alias } = subquery(strapi, contentType, where, 'documentId');
  return query.clearSelect().select(comparable(strapi, `${alias}.document_id`));
}

/** Tables of one database can differ in their collation; MySQL compares such texts only if told. */
function comparable(strapi: Core.Strapi, column: string) {
  const db = strapi.db.connection;
  const isMysql = strapi.db.dialect.client === 'mysql';
  return isMysql ? db.raw('convert(?? using utf8mb4) collate utf8mb4_bin', [column]) : column;
}

/** The entries of one type that these links open, in batches. */
async function* documentsOf(
  strapi: Core.Strapi,
  open: Where,
  contentType: string
): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    await pause();
    const where = { $and: [open, { contentType, entryDocumentId: { $gt: after } }] };
    const rows = (await queryOf(strapi, where, ['entryDocumentId'])
      .distinct()
      .orderBy('entry_document_id')
      .limit(BATCH)) as { entry_document_id: string }[];
    if (rows.length > 0) yield rows.map((row) => row.entry_document_id);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.entry_document_id;
  }
}

/** The number of entries whose policies are read together. */
const BATCH = 500;

const idsOf = (strapi: Core.Strapi, where: Where) => subquery(strapi, LINK_UID, where, 'id').query;

function queryOf(strapi: Core.Strapi, where: Where, columns: string[]) {
  return strapi.db
    .queryBuilder(LINK_UID)
    .select(columns as never)
    .where(where)
    .getKnexQuery() as unknown as ReturnType<Knex['queryBuilder']>;
}

function subquery(strapi: Core.Strapi, uid: string, where: Where, attribute: string) {
  const builder = strapi.db.queryBuilder(uid as UID.ContentType);
  const query = builder.select([attribute] as never).where(where);
  return {
    query: query.getKnexQuery() as unknown as ReturnType<Knex['queryBuilder']>,
    alias: builder.alias,
  };
}
