import type { Core } from '@strapi/strapi';

import type { DeviceClass, VisitOutcome } from '../../../contracts/visits';
import { writeVisits } from './write';

/** A visit on its way to the database. Its address is cut or hashed there, by the setting. */
export interface PendingVisit {
  linkId: number;
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
  /** Adds one to the link's different visitors. */
  isNewViewer: boolean;
  /** Adds one to the day's different visitors. */
  isFirstToday: boolean;
}

export interface VisitLog {
  add(visit: PendingVisit): void;
  /** Writes what is waiting. Never throws. */
  flush(): Promise<void>;
  /** Writes what is waiting, twice if need be; what comes later is written at once. */
  stop(): Promise<void>;
}

/** The most that a crash can lose. */
export const FLUSH_MS = 1000;
/** Visits that are kept in memory while the database is slow. */
const CAPACITY = 50_000;
/** Visits of one transaction. */
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

  /** One at a time: whoever comes while it runs waits for what is waiting then. */
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
