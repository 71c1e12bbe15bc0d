import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import { makeThread } from '../../core/thread';

/** Thrown when more passwords wait already than may. */
export { ThreadBusy as HashingBusy } from '../../core/thread';

/** How many may wait for their turn: a second or two, which a person still waits for. */
const MAX_WAITING = 20;

const SOURCE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const bcrypt = require(workerData);
  parentPort.on('message', ({ work, values }) =>
    parentPort.postMessage({ result: bcrypt[work](...values) })
  );
`;

const thread = makeThread(
  () => {
    const bcrypt = createRequire(import.meta.url).resolve('bcryptjs');
    return new Worker(SOURCE, { eval: true, workerData: bcrypt });
  },
  { maxWaiting: MAX_WAITING }
);

/**
 * bcrypt, one at a time and in a thread of its own. It takes a tenth of a second of computing each
 * time, in which the main thread could answer nobody.
 *
 * @throws HashingBusy at once, when too many wait
 */
export function compareInTurn(password: string, hash: string): Promise<boolean> {
  return thread.run('compareSync', [password, hash]) as Promise<boolean>;
}

/** The same for new passwords, which only editors set: they always get their turn. */
export function hashInTurn(password: string, cost: number): Promise<string> {
  return thread.run('hashSync', [password, cost], { isUrgent: true }) as Promise<string>;
}

export const isIdle = thread.isIdle;
