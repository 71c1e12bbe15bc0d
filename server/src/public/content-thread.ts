import { parentPort } from 'node:worker_threads';

import { renderMarkdown } from '../content/markdown';
import type { ThreadAnswer } from '../core/thread';
import { entryPage } from '../page/entry-page';
import { searchEntry } from '../page/search/search';

/** The work that the thread of `content/thread.ts` does, by name. */
const WORKS = { markdown: renderMarkdown, page: entryPage, search: searchEntry };

interface Message {
  work: keyof typeof WORKS;
  values: unknown[];
}

function answerTo({ work, values }: Message): ThreadAnswer {
  try {
    return { result: (WORKS[work] as (...values: unknown[]) => unknown)(...values) };
  } catch (error) {
    return { failure: String(error) };
  }
}

parentPort?.on('message', (message: Message) => parentPort?.postMessage(answerTo(message)));
