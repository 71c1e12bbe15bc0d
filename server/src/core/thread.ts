import type { Worker } from 'node:worker_threads';

/** A thread uses memory, so it ends after this time without work. */
const IDLE_MS = 30_000;

/** Thrown if too many jobs are waiting. */
export class ThreadBusy extends Error {}

/** Thrown if a job takes longer than its limit. */
export class ThreadTimeout extends Error {}

export interface ThreadOptions {
  /** The maximum of waiting jobs. Urgent jobs always wait. */
  maxWaiting?: number;
  /** A job that takes longer fails, and its thread ends. */
  limitMs?: number;
}

export interface Thread {
  /**
   * @throws ThreadBusy at once if too many jobs are waiting; ThreadTimeout; Error with the message
   *   of an error in the thread
   */
  run(work: string, values: unknown[], options?: { isUrgent?: boolean }): Promise<unknown>;
  isIdle(): boolean;
}

/** The answer of a thread to `{ work, values }`. */
export type ThreadAnswer = { result: unknown } | { failure: string };

interface Job {
  work: string;
  values: unknown[];
  done(result: unknown): void;
  failed(error: Error): void;
}

/**
 * A thread for work that would block the main thread, one job at a time. It starts with the first
 * job and ends after some time without jobs.
 */
export function makeThread(start: () => Worker, options: ThreadOptions = {}): Thread {
  const { maxWaiting = Infinity, limitMs } = options;
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  return {
    run(work, values, { isUrgent = false } = {}) {
      if (!isUrgent && waiting.length >= maxWaiting) {
        return Promise.reject(new ThreadBusy('Too much is waiting'));
      }
      return new Promise((done, failed) => {
        waiting.push({ work, values, done, failed });
        next();
      });
    },
    isIdle: () => running === null,
  };

  function next(): void {
    if (running) return;
    clearTimeout(timer);
    running = waiting.shift() ?? null;
    if (!running) {
      timer = setTimeout(stop, IDLE_MS).unref();
      return;
    }
    try {
      worker ??= begin();
      worker.postMessage({ work: running.work, values: running.values });
    } catch (error) {
      // For example, the value can't be sent to another thread.
      settle((job) => job.failed(error as Error));
      return;
    }
    if (limitMs !== undefined) {
      timer = setTimeout(() => {
        stop();
        settle((job) => job.failed(new ThreadTimeout(`It took more than ${limitMs} ms`)));
      }, limitMs).unref();
    }
  }

  function begin(): Worker {
    const started = start();
    started.on('message', (answer: ThreadAnswer) => {
      if (worker !== started) return;
      settle((job) =>
        'failure' in answer ? job.failed(new Error(answer.failure)) : job.done(answer.result)
      );
    });
    started.on('error', (error: Error) => lost(started, error));
    started.on('exit', () => lost(started, new Error('The thread has ended')));
    // The thread must not keep the process alive.
    started.unref();
    return started;
  }

  function lost(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = null;
    settle((job) => job.failed(error));
  }

  function settle(how: (job: Job) => void): void {
    const job = running;
    running = null;
    clearTimeout(timer);
    if (job) how(job);
    next();
  }

  function stop(): void {
    const ended = worker;
    worker = null;
    void ended?.terminate();
  }
}
