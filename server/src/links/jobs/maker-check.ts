import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import { findMaker } from '../../rights/makers';
import { readLocales } from '../../schema/localized';
import { getSettings } from '../../settings/service';
import { setSuspended } from '../changes/suspend-links';
import { MAKER_UNKNOWN, goneIds, makerIds } from '../store/lost-makers';
import { forgetMaker, matchMakers } from './match-makers';
import { judgeLinks } from './judge-links';

/**
 * Saving a role first deletes permissions and then adds others. A check waits until nothing has
 * changed for this long; otherwise somebody would seem to lose rights that they keep.
 */
const QUIET_MS = 200;
/** Constant changes to roles delay a check no longer than this in total. */
const MAX_WAIT_MS = 10_000;
const TICK_MS = 50;
/** A maker who seems to have lost rights is checked again after this time. */
const DOUBT_MS = 300;

/** The number of makers in one query. */
const MAKERS = 500;

/** Whose links to check: those of one maker, of makers who are gone, or of all. */
type Due = number | 'gone' | 'all';

interface Watch {
  due: Set<Due>;
  /** The time of the last change to a role or permission. */
  changedAt: number;
  /** The current check; only one runs at a time. */
  running: Promise<void> | null;
  isStopped: boolean;
  /** The value of `makerLost` at the last check. */
  rule: Settings['makerLost'] | null;
  /** An async context outside of any request and transaction. */
  outside: AsyncResource;
}

const watches = new WeakMap<Core.Strapi, Watch>();

/**
 * Suspends the links of people who may no longer share everything in them, and restores the links
 * when they may again. It runs when rights change, at the start, and regularly. Links of people who
 * are gone are closed without it; it only updates their rows.
 */
export function watchMakers(strapi: Core.Strapi): void {
  const ofUser = ({ result }: LifecycleEvent) => ask(strapi, result?.id ?? 'all');
  const ofUsers = () => ask(strapi, 'all');
  const forget = async ({ params }: LifecycleEvent) => {
    const users = (await strapi.db
      .query('admin::user')
      .findMany({ where: params?.where ?? {}, select: ['id'] })) as { id: number }[];
    for (const { id } of users) await forgetMaker(strapi, id);
  };
  // Saving a user's profile does not start a check; users can do that as often as they like.
  const ifRights = (look: (event: LifecycleEvent) => void) => (event: LifecycleEvent) => {
    if (changesRights(event)) look(event);
  };
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterCreate: ofUser,
    afterUpdate: ifRights(ofUser),
    // Before, because the same transaction then undoes both.
    beforeDelete: forget,
    beforeDeleteMany: forget,
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
    // Finds changes without an event: a node crashed, or somebody edited the database directly.
    shareLinksMakersRights: {
      task: () => askAndWait(strapi, 'all'),
      options: { rule: '23 * * * *' },
    },
  });
  checkMakers(strapi);
}

interface LifecycleEvent {
  result?: { id?: number } | null;
  params?: { data?: object | null; where?: object };
}

/**
 * Returns true if an update can change a user's rights. If it does not name its columns, it might.
 */
function changesRights({ params }: LifecycleEvent): boolean {
  const data = params?.data;
  return !data || ['roles', 'isActive', 'blocked'].some((name) => name in data);
}

/** Stops the checks and waits for the current step. The next start does the rest. */
export async function stopWatchingMakers(strapi: Core.Strapi): Promise<void> {
  const watch = watchOf(strapi);
  watch.isStopped = true;
  await watch.running?.catch(() => undefined);
}

/** Checks every link that is not deleted against its maker's rights, in the background. */
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
 * Starts a check soon, and another one after the current transaction commits.
 *
 * @param options.isChange a role or permission has changed; further changes may follow
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

/** Resolves when everything that was due has been checked. Errors go to the log. */
async function askAndWait(strapi: Core.Strapi, due: Due): Promise<void> {
  ask(strapi, due);
  await watchOf(strapi).running?.catch(() => undefined);
}

/** Runs until nothing is due. It also does what becomes due meanwhile. */
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

/** The time limit of one check, for all of its waits together. */
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
    // Another node or the site's own code may have changed this setting.
    const isWhole = due.includes('all') || settings.makerLost !== watch.rule;
    await matchMakers(strapi);
    await readLocales(strapi);
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
    // The next check repeats these.
    for (const who of due) watch.due.add(who);
    throw error;
  }
}

async function suspendGone(
  strapi: Core.Strapi,
  settings: Settings,
  ids: number[],
  isStopped: () => boolean
): Promise<void> {
  await setSuspended(strapi, MAKER_UNKNOWN, true, isStopped);
  const gone = await goneIds(strapi, settings, ids);
  for (let at = 0; at < gone.length; at += MAKERS) {
    const sharedById = { $in: gone.slice(at, at + MAKERS) };
    await setSuspended(strapi, { sharedById }, true, isStopped);
  }
}

/**
 * Suspends and restores links by their makers' rights. Before a maker loses the first link, it
 * waits and checks again: while a role is being saved, here or on another node, its rights seem
 * lost for a moment. One wait serves all makers.
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

/** Returns `doubtful` at the first lost link, unless `isSure`. */
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
    // Somebody may have taken over a link since it was read.
    const among = (ids: number[]) => ({ id: { $in: ids }, sharedById: makerId });
    if (lost.length > 0) await setSuspended(strapi, among(lost), true, isStopped);
    if (regained.length > 0) await setSuspended(strapi, among(regained), false, isStopped);
  }
  return 'done';
}
