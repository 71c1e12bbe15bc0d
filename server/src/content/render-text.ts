import { hashOf, keptTexts } from './kept-texts';
import { MAX_TEXT, cutText, renderMarkdown } from './markdown';
import { contentThread } from './thread';
import { ThreadTimeout } from '../thread';

/** Characters that take a few ms at most, whatever they are. */
const SHORT = 5_000;

/** Characters of HTML, which is 16 to 32 MB of memory. */
const MAX_KEPT = 16_000_000;

const kept = keptTexts<string>(MAX_KEPT);

/** Renders being made, so that many who ask for the same at once cause one. */
const inMaking = new Map<string, Promise<string>>();

/**
 * `renderMarkdown`, for which a long text goes to another thread, and only once while nobody changes
 * it. What would take too long even there is shown as it was written.
 */
export async function renderText(source: string): Promise<string> {
  if (source.length <= SHORT) return renderMarkdown(source);
  // One that is longer is known by that, and need not be hashed to its end.
  const text = cutText(source, MAX_TEXT + 2);
  const key = hashOf(text);
  return kept.get(key) ?? inMaking.get(key) ?? make(key, text);
}

function make(key: string, text: string): Promise<string> {
  const making = rendered(text).then(({ html, isSettled }) => {
    inMaking.delete(key);
    if (isSettled) kept.set(key, html, html.length);
    return html;
  });
  inMaking.set(key, making);
  return making;
}

/** `isSettled`: it would be the same once more. */
async function rendered(text: string): Promise<{ html: string; isSettled: boolean }> {
  try {
    return { html: (await contentThread.run('markdown', [text])) as string, isSettled: true };
  } catch (error) {
    return { html: plainHtml(text), isSettled: error instanceof ThreadTimeout };
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it was written, its line breaks kept. */
export function plainHtml(source: string): string {
  const escaped = cutText(source).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
  return `<p>${escaped.replace(/\r?\n/g, '<br />\n')}</p>\n`;
}
