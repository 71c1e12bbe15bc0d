import { hashOf, keptTexts } from '../core/kept-texts';
import { ThreadTimeout } from '../core/thread';
import { MAX_TEXT, cutText, renderMarkdown } from './markdown';
import { contentThread } from './thread';

/** Text of this many characters always renders in a few ms. */
const SHORT = 5_000;

/** The maximum of cached characters of HTML: 16 to 32 MB of memory. */
const MAX_KEPT = 16_000_000;

const kept = keptTexts<string>(MAX_KEPT);

interface Made {
  html: string;
  /** True if rendering again would give the same result. */
  isSettled: boolean;
}

/** Renders in progress, so that equal requests share one. */
const inMaking = new Map<string, Promise<Made>>();

/**
 * Like `renderMarkdown`, but a long text renders in another thread, and is cached until it changes.
 * A text that takes too long even there is shown as plain text.
 *
 * @throws Error with `isKept`, for text that would be stored, if the thread fails temporarily
 */
export async function renderText(source: string, { isKept = false } = {}): Promise<string> {
  if (source.length <= SHORT) return renderMarkdown(source);
  // The length alone tells a longer text, so the rest need not be hashed.
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

/** A text as plain HTML that keeps its line breaks. */
export function plainHtml(source: string): string {
  const escaped = cutText(source).replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '');
  return `<p>${escaped.replace(/\r?\n/g, '<br />\n')}</p>\n`;
}
