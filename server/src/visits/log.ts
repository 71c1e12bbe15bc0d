import type { Core } from '@strapi/strapi';

import type { DeviceClass, VisitOutcome } from '../../../contracts/visits';
import { writeVisits } from './write';

/** A visit that is not written yet. The setting for IP addresses is applied when it is written. */
export interface PendingVisit {
  linkDocumentId: string;
  at: Date;
  outcome: VisitOutcome;
  reason: string | null;
  ip: string;
  browser: string | null;
  device: DeviceClass | null;
  referrer: string | null;
  visitorId: string | null;
  isReturning: boolean;
  isRobot: boolean;
  /** True if it adds one to the link's different visitors. */
  isNewViewer: boolean;
  /** True if it adds one to the day's different visitors. */
  isFirstToday: boolean;
}

export interface VisitLog {
  add(visit: PendingVisit): void;
  /** Writes all waiting visits. Never throws. */
  flush(): Promise<void>;
  /**
   * Writes all waiting visits, with a second attempt if needed. Later visits are written at once.
   */
  stop(): Promise<void>;
}

/** A crash loses the visits of this time at most. */
export const FLUSH_MS = 1000;
/** The maximum of visits in memory while the database is slow. */
const CAPACITY = 50_000;
/** The number of visits in one transaction. */
const BATCH = 500;

const logs = new WeakMap<Core.Strapi, VisitLog>();

/** The log of this Strapi; the first call starts it. */
export function visitLog(strapi: Core.Strapi): VisitLog {
  const log = logs.get(strapi) ?? startLog(strapi);
  logs.set(strapi, log);
  return log;
}

function startLog(strapi: Core.Strapi): VisitLog {
  let waiting: (PendingVisit & { hasFailed?: boolean })[] = [];
  let running: Promise<void> | null = null;
  let isOverfull = false;
  let isStopped = false;
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();

  return {
    add(visit) {
      waiting.push(visit);
      if (waiting.length > CAPACITY) dropOldest();
      if (isStopped) void flush();
    },
    flush,
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await flush();
      await flush();
    },
  };

  /** Only one flush runs at a time. A call during a flush waits and then writes the rest. */
  async function flush(): Promise<void> {
    while (running) await running;
    if (waiting.length === 0) return;
    running = drain().finally(() => (running = null));
    await running;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH);
      try {
        await writeVisits(strapi, batch);
        isOverfull = false;
      } catch (error) {
        const again = batch.filter(({ hasFailed }) => !hasFailed);
        const lost = batch.length - again.length;
        waiting = [...again.map((visit) => ({ ...visit, hasFailed: true })), ...waiting];
        if (lost > 0) strapi.log.error(`${lost} visits were not kept: ${String(error)}`);
        return;
      }
    }
  }

  function dropOldest(): void {
    waiting.splice(0, BATCH);
    if (isOverfull) return;
    isOverfull = true;
    strapi.log.warn(
      `More than ${CAPACITY} visits wait to be written, so the oldest ones are let go`
    );
  }
}
