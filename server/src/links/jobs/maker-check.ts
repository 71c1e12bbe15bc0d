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
/** But whoever changes something all the time puts it off no longer than this. */
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
  /** When the last of them was asked for. */
  askedAt: number;
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
  const ofAll = () => checkMakers(strapi);
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    afterUpdate: ofUser,
    afterDelete: ofUser,
    afterUpdateMany: ofAll,
    afterDeleteMany: ofAll,
  });
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
  ofAll();
}

interface LifecycleEvent {
  result?: { id?: number } | null;
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
    askedAt: 0,
    running: null,
    isStopped: false,
    rule: null,
    outside: new AsyncResource('share-links-makers'),
  };
  watches.set(strapi, watch);
  return watch;
}

/** Looks in a moment, and once more when a transaction that is open has happened. */
function ask(strapi: Core.Strapi, due: Due): void {
  const look = () => {
    const watch = watchOf(strapi);
    watch.due.add(due);
    watch.askedAt = Date.now();
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
        await untilQuiet(strapi, watch);
        if (watch.isStopped) return;
        await lookOnce(strapi, watch);
      }
    } finally {
      watch.running = null;
    }
  });
  return watch.running;
}

async function untilQuiet(strapi: Core.Strapi, watch: Watch): Promise<void> {
  const start = Date.now();
  const isQuiet = () => Date.now() - watch.askedAt >= QUIET_MS || Date.now() - start >= MAX_WAIT_MS;
  do await sleep(TICK_MS, undefined, { ref: false });
  while (!watch.isStopped && !(strapi.isLoaded && isQuiet()));
}

async function lookOnce(strapi: Core.Strapi, watch: Watch): Promise<void> {
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
      for (const id of isWhole ? ids : asked) await judge(strapi, id, watch);
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
 * By what the maker may do: some links may be lost to them, and some come back. Before the first one
 * is taken from them it is looked at once more, a while later: what a role that is being saved had
 * lost for a moment is nobody's loss, not even where another node saves it.
 */
async function judge(strapi: Core.Strapi, makerId: number, watch: Watch): Promise<void> {
  const isStopped = () => watch.isStopped;
  let isSure = false;
  for (;;) {
    let isDoubtful = false;
    const find = () => findMaker(strapi, makerId);
    for await (const { lost, regained } of judgeLinks(strapi, makerId, find)) {
      if (isStopped()) return;
      isDoubtful = lost.length > 0 && !isSure;
      if (isDoubtful) break;
      // Somebody may have taken a link over since it was read.
      const among = (ids: number[]) => ({ id: { $in: ids }, sharedById: makerId });
      if (lost.length > 0) await setSuspended(strapi, among(lost), true, isStopped);
      if (regained.length > 0) await setSuspended(strapi, among(regained), false, isStopped);
    }
    if (!isDoubtful) return;
    isSure = true;
    await sleep(DOUBT_MS, undefined, { ref: false });
    await untilQuiet(strapi, watch);
  }
}
