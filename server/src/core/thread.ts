import type { Worker } from 'node:worker_threads';

/** A thread costs some memory, which a site that has no work for it need not spend. */
const IDLE_MS = 30_000;

/** Thrown when more wait already than may. */
export class ThreadBusy extends Error {}

/** Thrown when a piece of work has taken longer than it may. */
export class ThreadTimeout extends Error {}

export interface ThreadOptions {
  /** How many may wait for their turn, where a caller does not say that they always get it. */
  maxWaiting?: number;
  /** What takes longer is given up, and its thread ended. */
  limitMs?: number;
}

export interface Thread {
  /**
   * @throws ThreadBusy at once, when too many wait; ThreadTimeout; Error with the message of what
   *   was thrown in the thread
   */
  run(work: string, values: unknown[], options?: { isUrgent?: boolean }): Promise<unknown>;
  isIdle(): boolean;
}

/** What a thread answers to `{ work, values }`. */
export type ThreadAnswer = { result: unknown } | { failure: string };

interface Job {
  work: string;
  values: unknown[];
  done(result: unknown): void;
  failed(error: Error): void;
}

/**
 * A thread for work that would keep the main one from answering anybody, one piece at a time. It
 * starts with the first and ends when there has been none for a while.
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
      // Such as for a value that can't be sent to another thread.
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
    // The process must not stay for it.
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
