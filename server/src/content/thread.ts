import { Worker } from 'node:worker_threads';

import { makeThread } from '../core/thread';

/** The build puts the file here, relative to the bundle `dist/server`. */
const FILE = new URL('../content-thread/index.js', import.meta.url);

/** Ten times the time of the longest page, on a slow server with other work. */
const LIMIT_MS = 10_000;

/** Far more than any page needs. Beyond this limit only the thread ends, not the process. */
const MEMORY_MB = 512;

/**
 * A thread for work that grows with content and can't be split: rendering and searching long texts.
 * So the main thread keeps answering, whatever an editor has written.
 */
export const contentThread = makeThread(
  () => new Worker(FILE, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } }),
  { limitMs: LIMIT_MS }
);
