import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { goneMakers } from '../../rights/gone-makers';
import { findMaker } from '../../rights/makers';
import { getSettings } from '../../settings/service';
import { setSuspended } from '../changes/suspend-links';
import { LINK_UID } from '../store/link-uid';
import { judgeLinks } from './judge-links';

/**
 * Saving a role first deletes permissions and then adds others. Nothing is looked at before so long
 * nothing has changed, or somebody would seem to have lost what they are about to keep.
 */
const QUIET_MS = 200;
/** But whoever changes roles all the time puts a look off no longer than this, in all. */
const MAX_WAIT_MS = 10_000;
const TICK_MS = 50;
/** After so long it is looked at again what somebody seems to have lost. */
const DOUBT_MS = 300;

/** Makers that are looked up together. */
const MAKERS = 500;

/** Whose links are to be looked at: of one maker, of those who are gone, of all. */
type Due = number | 'gone' | 'all';

interface Watch {
  due: Set<Due>;
  /** When a role or a permission changed last. */
  changedAt: number;
  /** The looking that goes on; one at a time. */
  running: Promise<void> | null;
  isStopped: boolean;
  /** The rule by which the links were looked at last. */
  rule: Settings['makerLost'] | null;
  /** Where no request and no transaction is. */
  outside: AsyncResource;
}

const watches = new WeakMap<Core.Strapi, Watch>();

/**
 * Suspends the links of people who may not share all that is in them any more, and brings them back
 * when they may again: when their rights change, at the start, and from time to time. The links of
 * people who are gone are closed without it; this is for their rows.
 */
export function watchMakers(strapi: Core.Strapi): void {
  const ofUser = ({ result }: LifecycleEvent) => ask(strapi, result?.id ?? 'all');
  const ofUsers = () => ask(strapi, 'all');
  // A profile that somebody saves as often as they like is not looked at.
  const ifRights = (look: (event: LifecycleEvent) => void) => (event: LifecycleEvent) => {
    if (changesRights(event)) look(event);
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterUpdate: ifRights(ofUser),
    afterDelete: ofUser,
    afterUpdateMany: ifRights(ofUsers),
    afterDeleteMany: ofUsers,
  });
  const ofAll = () => ask(strapi, 'all', { isChange: true });
  strapi.db.lifecycles.subscribe({
    models: ['admin::role', 'admin::permission'],
    afterUpdate: ofAll,
    afterUpdateMany: ofAll,
    afterCreate: ofAll,
    afterCreateMany: ofAll,
    afterDelete: ofAll,
    afterDeleteMany: ofAll,
  });
  strapi.cron.add({
    shareLinksMakers: {
      task: () => askAndWait(strapi, 'gone'),
      options: { rule: '*/5 * * * *' },
    },
    // What nothing has told of: a node that died over it, a change made in the database itself.
    shareLinksMakersRights: {
      task: () => askAndWait(strapi, 'all'),
      options: { rule: '23 * * * *' },
    },
  });
  checkMakers(strapi);
}

interface LifecycleEvent {
  result?: { id?: number } | null;
  params?: { data?: object | null };
}

/** What decides about the rights of a user; an update that doesn't say what it changes may be any. */
function changesRights({ params }: LifecycleEvent): boolean {
  const data = params?.data;
  return !data || ['roles', 'isActive', 'blocked'].some((name) => name in data);
}

/** Stops looking, and waits for what is half done. The next start does the rest. */
export async function stopWatchingMakers(strapi: Core.Strapi): Promise<void> {
  const watch = watchOf(strapi);
  watch.isStopped = true;
  await watch.running?.catch(() => undefined);
}

/** Compares every link that is not deleted with what its maker may do now. Nobody waits for it. */
export function checkMakers(strapi: Core.Strapi): void {
  ask(strapi, 'all');
}

function watchOf(strapi: Core.Strapi): Watch {
  const watch = watches.get(strapi) ?? {
    due: new Set(),
    changedAt: 0,
    running: null,
    isStopped: false,
    rule: null,
    outside: new AsyncResource('share-links-makers'),
  };
  watches.set(strapi, watch);
  return watch;
}

/**
 * Looks in a moment, and once more when a transaction that is open has happened.
 *
 * @param options.isChange of roles or permissions, which may not be at its end
 */
function ask(strapi: Core.Strapi, due: Due, { isChange = false } = {}): void {
  const look = () => {
    const watch = watchOf(strapi);
    watch.due.add(due);
    if (isChange) watch.changedAt = Date.now();
    run(strapi, watch).catch((error: unknown) => {
      strapi.log.error(`Share Links: makers of links were not checked: ${String(error)}`);
    });
  };
  look();
  if (!strapi.db.inTransaction()) return;
  void strapi.db.transaction(async ({ onCommit }) => onCommit(look)).catch(() => undefined);
}

/** Done once all is looked at that was due till now. What fails is in the log. */
async function askAndWait(strapi: Core.Strapi, due: Due): Promise<void> {
  ask(strapi, due);
  await watchOf(strapi).running?.catch(() => undefined);
}

/** Until nothing is due. What becomes due meanwhile is looked at by the same run. */
function run(strapi: Core.Strapi, watch: Watch): Promise<void> {
  watch.running ??= watch.outside.runInAsyncScope(async () => {
    try {
      while (watch.due.size > 0) {
        const patience = { until: Date.now() + MAX_WAIT_MS };
        await untilQuiet(strapi, watch, patience);
        if (watch.isStopped) return;
        await lookOnce(strapi, watch, patience);
      }
    } finally {
      watch.running = null;
    }
  });
  return watch.running;
}

/** One look's: however often it waits. */
interface Patience {
  until: number;
}

async function untilQuiet(strapi: Core.Strapi, watch: Watch, { until }: Patience): Promise<void> {
  const isQuiet = () => Date.now() - watch.changedAt >= QUIET_MS || Date.now() >= until;
  do await sleep(TICK_MS, undefined, { ref: false });
  while (!watch.isStopped && !(strapi.isLoaded && isQuiet()));
}

async function lookOnce(strapi: Core.Strapi, watch: Watch, patience: Patience): Promise<void> {
  const due = [...watch.due];
  watch.due.clear();
  try {
    const settings = await getSettings(strapi);
    const isStopped = () => watch.isStopped;
    // Another node or the site's own code may have changed the rule.
    const isWhole = due.includes('all') || settings.makerLost !== watch.rule;
    if (settings.makerLost === 'suspend') {
      const asked = due.filter((who) => typeof who === 'number');
      const ids = isWhole || due.includes('gone') ? await makerIds(strapi) : asked;
      await suspendGone(strapi, settings, ids, isStopped);
      await judgeAll(strapi, isWhole ? ids : asked, watch, patience);
    } else if (isWhole) {
      await setSuspended(strapi, {}, false, isStopped);
    }
    watch.rule = settings.makerLost;
  } catch (error) {
    // With the next look.
    for (const who of due) watch.due.add(who);
    throw error;
  }
}

/** Everybody who ever made a link. */
async function makerIds(strapi: Core.Strapi): Promise<number[]> {
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const rows = (await strapi.db
    .getConnection(tableName)
    .distinct('shared_by_id')
    .whereNotNull('shared_by_id')) as { shared_by_id: number }[];
  return rows.map((row) => row.shared_by_id);
}

async function suspendGone(
  strapi: Core.Strapi,
  settings: Settings,
  ids: number[],
  isStopped: () => boolean
): Promise<void> {
  for (let at = 0; at < ids.length; at += MAKERS) {
    const links = ids.slice(at, at + MAKERS).map((sharedById) => ({ sharedById }));
    const gone = await goneMakers(strapi, settings, links);
    if (gone.size === 0) continue;
    await setSuspended(strapi, { sharedById: { $in: [...gone] } }, true, isStopped);
  }
}

/**
 * By what the makers may do: some links may be lost to them, and some come back. Before the first
 * one is taken from anybody it is looked at once more, a while later: what a role that is being
 * saved had lost for a moment is nobody's loss, not even where another node saves it. That is one
 * while for all of them.
 */
async function judgeAll(
  strapi: Core.Strapi,
  makerIds: number[],
  watch: Watch,
  patience: Patience
): Promise<void> {
  const doubtful: number[] = [];
  for (const id of makerIds) {
    if (watch.isStopped) return;
    if ((await judge(strapi, id, watch, false)) === 'doubtful') doubtful.push(id);
  }
  if (doubtful.length === 0) return;
  await sleep(DOUBT_MS, undefined, { ref: false });
  await untilQuiet(strapi, watch, patience);
  for (const id of doubtful) {
    if (watch.isStopped) return;
    await judge(strapi, id, watch, true);
  }
}

/** Gives up at the first link that is lost, unless it is sure. */
async function judge(
  strapi: Core.Strapi,
  makerId: number,
  watch: Watch,
  isSure: boolean
): Promise<'done' | 'doubtful'> {
  const isStopped = () => watch.isStopped;
  const find = () => findMaker(strapi, makerId);
  for await (const { lost, regained } of judgeLinks(strapi, makerId, find)) {
    if (isStopped()) return 'done';
    if (lost.length > 0 && !isSure) return 'doubtful';
    // Somebody may have taken a link over since it was read.
    const among = (ids: number[]) => ({ id: { $in: ids }, sharedById: makerId });
    if (lost.length > 0) await setSuspended(strapi, among(lost), true, isStopped);
    if (regained.length > 0) await setSuspended(strapi, among(regained), false, isStopped);
  }
  return 'done';
}
