import { hashOf, keptTexts } from '../core/kept-texts';
import { ThreadTimeout } from '../core/thread';
import { MAX_TEXT, cutText, renderMarkdown } from './markdown';
import { contentThread } from './thread';

/** Characters that take a few ms at most, whatever they are. */
const SHORT = 5_000;

/** Characters of HTML, which is 16 to 32 MB of memory. */
const MAX_KEPT = 16_000_000;

const kept = keptTexts<string>(MAX_KEPT);

interface Made {
  html: string;
  /** It would be the same once more. */
  isSettled: boolean;
}

/** Renders being made, so that many who ask for the same at once cause one. */
const inMaking = new Map<string, Promise<Made>>();

/**
 * `renderMarkdown`, for which a long text goes to another thread, and only once while nobody changes
 * it. What would take too long even there is shown as it was written.
 *
 * @throws Error with `isKept`, for what would be kept for ever, where the thread fails for a moment
 */
export async function renderText(source: string, { isKept = false } = {}): Promise<string> {
  if (source.length <= SHORT) return renderMarkdown(source);
  // One that is longer is known by that, and need not be hashed to its end.
  const text = cutText(source, MAX_TEXT + 2);
  const key = hashOf(text);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { html, isSettled } = await (inMaking.get(key) ?? make(key, text));
  if (isKept && !isSettled) throw new Error('A long text could not be rendered; try again');
  return html;
}

function make(key: string, text: string): Promise<Made> {
  const making = rendered(text).then((made) => {
    inMaking.delete(key);
    if (made.isSettled) kept.set(key, made.html, made.html.length);
    return made;
  });
  inMaking.set(key, making);
  return making;
}

async function rendered(text: string): Promise<Made> {
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
