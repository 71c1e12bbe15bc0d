import type { SearchHit, ShownEntry } from '../../../../contracts/shown';
import { fold } from './fold';
import { beginningOf, snippetOf } from './snippet';
import { textsOf, titleOf } from './texts';
import type { LeavesOut, SearchText } from './texts';

export const MAX_HITS = 50;

/** Characters that one search reads: a link can open hundreds of long pages. */
const MAX_CHARACTERS = 20_000_000;
/** Characters after which others get their turn. */
const CHARACTERS_AT_ONCE = 200_000;

export interface Found {
  hits: SearchHit[];
  /** There is more than was looked at, or than is told. */
  cut: boolean;
}

const RANKS = ['title', 'heading', 'text'] as const;
type Rank = (typeof RANKS)[number];

/**
 * The places in which all words stand: titles before headings before other texts, else in the
 * order of the entries and their pages.
 */
export async function searchEntries(
  entries: AsyncIterable<ShownEntry> | Iterable<ShownEntry>,
  words: string[],
  leavesOut: LeavesOut = () => false
): Promise<Found> {
  const found: Record<Rank, SearchHit[]> = { title: [], heading: [], text: [] };
  let room = MAX_CHARACTERS;
  let pauseAt = room - CHARACTERS_AT_ONCE;
  for await (const entry of entries) {
    for (const text of textsOf(entry, leavesOut)) {
      room -= text.text.length;
      if (room < 0) break;
      if (room < pauseAt) {
        pauseAt = room - CHARACTERS_AT_ONCE;
        await new Promise(setImmediate);
      }
      const rank = rankOf(text, words);
      // One more than is told is enough to know that there are more.
      if (!rank || found[rank].length > MAX_HITS) continue;
      found[rank].push(hitOf(entry, text, words));
    }
    if (room < 0) break;
  }
  const hits = RANKS.flatMap((rank) => found[rank]);
  return { hits: hits.slice(0, MAX_HITS), cut: room < 0 || hits.length > MAX_HITS };
}

/** How much a text has to do with the words; null for nothing. */
function rankOf(text: SearchText, words: string[]): Rank | null {
  const folded = foldedText(text);
  const label = text.label ? fold(text.label) : '';
  const all = (where: string) => words.every((word) => where.includes(word));
  if (all(folded)) {
    return text.headings.some((heading) => all(fold(heading))) ? 'heading' : text.kind;
  }
  if (isLabelHit(text, words)) return 'heading';
  // The label belongs to what it names: "status done" finds a status that is done.
  const isNamed = label !== '' && words.some((word) => folded.includes(word));
  return isNamed && all(`${label}\n${folded}`) ? 'text' : null;
}

function foldedText({ text, also }: SearchText): string {
  return fold(also && also !== text ? `${text}\n${also}` : text);
}

function isLabelHit({ label, findsLabel }: SearchText, words: string[]): boolean {
  if (!label || !findsLabel) return false;
  const folded = fold(label);
  return words.every((word) => folded.includes(word));
}

function hitOf(entry: ShownEntry, text: SearchText, words: string[]): SearchHit {
  const folded = foldedText(text);
  const place = { entry: entry.id, title: titleOf(entry), anchor: text.anchor };
  const isInText = words.some((word) => folded.includes(word));
  if (isInText || !text.label) {
    const heading = text.headings.find((line) => {
      const plain = fold(line);
      return words.every((word) => plain.includes(word));
    });
    return { ...place, label: text.label, snippet: snippetOf(heading ?? text.text, words) };
  }
  const value = beginningOf(text.text, 120);
  return {
    ...place,
    label: null,
    snippet: [
      ...snippetOf(text.label, words),
      ...(value ? [{ text: ` – ${value}`, isHit: false }] : []),
    ],
  };
}
