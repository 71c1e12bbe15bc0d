import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** How many may wait for their turn: a second or two, which a person still waits for. */
const MAX_WAITING = 20;
/** The worker costs some memory, which a site that checks no passwords need not spend. */
const IDLE_MS = 30_000;

const SOURCE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const bcrypt = require(workerData);
  parentPort.on('message', ({ work, values }) => parentPort.postMessage(bcrypt[work](...values)));
`;

interface Job {
  work: 'compareSync' | 'hashSync';
  values: [string, string | number];
  done(result: unknown): void;
  failed(error: Error): void;
}

/** Thrown when more wait already than may. */
export class HashingBusy extends Error {}

const waiting: Job[] = [];
let running: Job | null = null;
let worker: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

/**
 * bcrypt, one at a time and in a thread of its own. It takes a tenth of a second of computing each
 * time, in which the main thread could answer nobody.
 *
 * @throws HashingBusy at once, when too many wait
 */
export function compareInTurn(password: string, hash: string): Promise<boolean> {
  if (waiting.length >= MAX_WAITING) return Promise.reject(new HashingBusy('Too many passwords'));
  return enqueue('compareSync', [password, hash]) as Promise<boolean>;
}

/** The same for new passwords, which only editors set: they always get their turn. */
export function hashInTurn(password: string, cost: number): Promise<string> {
  return enqueue('hashSync', [password, cost]) as Promise<string>;
}

export function isIdle(): boolean {
  return running === null;
}

function enqueue(work: Job['work'], values: Job['values']): Promise<unknown> {
  return new Promise((done, failed) => {
    waiting.push({ work, values, done, failed });
    next();
  });
}

function next(): void {
  if (running) return;
  clearTimeout(idle);
  running = waiting.shift() ?? null;
  if (running) {
    worker ??= startWorker();
    worker.postMessage({ work: running.work, values: running.values });
  } else {
    idle = setTimeout(stopWorker, IDLE_MS).unref();
  }
}

function startWorker(): Worker {
  const bcrypt = createRequire(import.meta.url).resolve('bcryptjs');
  const started = new Worker(SOURCE, { eval: true, workerData: bcrypt });
  started.on('message', (result) => settle((job) => job.done(result)));
  started.on('error', (error: Error) => {
    worker = null;
    settle((job) => job.failed(error));
  });
  // The process must not stay for it.
  started.unref();
  return started;
}

function settle(how: (job: Job) => void): void {
  const job = running;
  running = null;
  if (job) how(job);
  next();
}

function stopWorker(): void {
  void worker?.terminate();
  worker = null;
}
