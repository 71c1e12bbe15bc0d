import { Worker } from 'node:worker_threads';

import { makeThread } from '../core/thread';

/** Where the build puts it, seen from the bundle that this becomes a part of: `dist/server`. */
const FILE = new URL('../content-thread/index.js', import.meta.url);

/** Ten times what the longest page takes: on a slow server that has other work too. */
const LIMIT_MS = 10_000;

/** What no page comes near. Beyond it the thread ends, not the process. */
const MEMORY_MB = 512;

/**
 * A thread for all that grows with content and can't be cut into pieces: rendering and searching
 * long texts. Whatever an editor has written, or a library makes of it, the main thread goes on
 * answering.
 */
export const contentThread = makeThread(
  () => new Worker(FILE, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } }),
  { limitMs: LIMIT_MS }
);
