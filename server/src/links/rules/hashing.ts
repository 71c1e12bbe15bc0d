import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

import { makeThread } from '../../core/thread';

/** Thrown if too many passwords are waiting. */
export { ThreadBusy as HashingBusy } from '../../core/thread';

/** The number of passwords that may wait. The last one waits for one or two seconds. */
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
 * Compares passwords with bcrypt, one at a time in a separate thread. Each comparison takes a tenth
 * of a second of CPU time, which would block the main thread.
 *
 * @param isBegun true for another form of a password whose first was compared: it is never refused
 * @throws HashingBusy at once if too many are waiting
 */
export function compareInTurn(password: string, hash: string, isBegun = false): Promise<boolean> {
  const options = { isUrgent: isBegun };
  return thread.run('compareSync', [password, hash], options) as Promise<boolean>;
}

/** Hashes a new password. Only editors set passwords, so this is never refused. */
export function hashInTurn(password: string, cost: number): Promise<string> {
  return thread.run('hashSync', [password, cost], { isUrgent: true }) as Promise<string>;
}

export const isIdle = thread.isIdle;
