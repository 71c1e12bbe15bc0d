import { contentThread } from '../content/thread';
import { isHeavy } from '../content/weight';
import { pause } from '../core/pause';
import { entryPage } from '../page/entry-page';
import type { EntryPageInput } from '../page/entry-page';
import type { RenderedPage } from '../page/render';
import { drawsAnyOf } from '../page/renderers';

/**
 * Renders an entry's page, a long one in another thread. The site's own renderers run in this
 * thread.
 */
export async function renderOpened(input: EntryPageInput): Promise<RenderedPage> {
  const { content, options } = input;
  const { fields } = content.entry;
  const isOwn = options.renderers !== null && drawsAnyOf(options.renderers, content.uid, fields);
  if (isOwn || !isHeavy(fields)) {
    await pause();
    return entryPage(input);
  }
  const plain = { ...input, options: { ...options, renderers: null } };
  return (await contentThread.run('page', [plain])) as RenderedPage;
}
