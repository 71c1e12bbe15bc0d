import type { SearchHit, ShownEntry } from '../../../../contracts/shown';
import { hashOf, keptTexts } from '../../core/kept-texts';
import { fold } from './fold';
import { beginningOf, snippetOf } from './snippet';
import { textsOf, titleOf } from './texts';
import type { SearchText } from './texts';

export const MAX_HITS = 50;

/** The maximum of characters that one search reads: a link can open hundreds of long pages. */
const MAX_CHARACTERS = 20_000_000;

export interface Found {
  hits: SearchHit[];
  /** True if there is more than the search read or returned. */
  cut: boolean;
}

const RANKS = ['title', 'heading', 'text'] as const;
type Rank = (typeof RANKS)[number];
type Ranked = Record<Rank, SearchHit[]>;

/** The results in one entry, and the number of characters read. */
export interface FoundInEntry {
  found: Ranked;
  characters: number;
}

/** Searches one entry. Results may name all of its fields. */
export type SearchEntry = (
  entry: ShownEntry,
  words: string[]
) => FoundInEntry | Promise<FoundInEntry>;

/**
 * The places that contain all words: first titles, then headings, then other texts. Within these,
 * in the order of the entries and their pages.
 */
export async function searchEntries(
  entries: AsyncIterable<ShownEntry> | Iterable<ShownEntry>,
  words: string[],
  searchOne: SearchEntry = searchEntry
): Promise<Found> {
  const found: Ranked = { title: [], heading: [], text: [] };
  let room = MAX_CHARACTERS;
  for await (const entry of entries) {
    const inEntry = await searchOne(entry, words);
    for (const rank of RANKS) {
      const free = MAX_HITS + 1 - found[rank].length;
      found[rank].push(...inEntry.found[rank].slice(0, free));
    }
    room -= inEntry.characters;
    if (room < 0) break;
  }
  const hits = RANKS.flatMap((rank) => found[rank]);
  return { hits: hits.slice(0, MAX_HITS), cut: room < 0 || hits.length > MAX_HITS };
}

export function searchEntry(entry: ShownEntry, words: string[]): FoundInEntry {
  const found: Ranked = { title: [], heading: [], text: [] };
  let characters = 0;
  for (const text of textsOf(entry)) {
    characters += text.text.length;
    const forms = formsOf(text);
    const rank = rankOf(text, forms, words);
    // One result more than the maximum shows that there are more.
    if (!rank || found[rank].length > MAX_HITS) continue;
    found[rank].push(hitOf(entry, text, forms, words));
  }
  return { found, characters };
}

/** The folded forms of a text and its headings. */
interface Forms {
  folded: string;
  headings: string[];
}

/** For a longer text, caching costs less than folding it again. */
const LONG = 1_000;

/** The maximum of cached characters: 16 to 32 MB of memory. */
const keptForms = keptTexts<Forms>(16_000_000);

/**
 * Caches folded texts under a hash of the current text. So the cache saves only the folding, and
 * never finds text that a link no longer shows.
 */
function formsOf({ text, also, headings }: SearchText): Forms {
  const whole = also && also !== text ? `${text}\n${also}` : text;
  const make = (): Forms => ({ folded: fold(whole), headings: headings.map(fold) });
  if (whole.length < LONG) return make();
  const key = hashOf([whole, ...headings].join('\0'));
  const known = keptForms.get(key);
  if (known) return known;
  const forms = make();
  keptForms.set(key, forms, forms.folded.length + forms.headings.join('').length);
  return forms;
}

const isIn = (folded: string, words: string[]) => words.every((word) => folded.includes(word));

/** The rank of a text for the words. Returns null if it does not match. */
function rankOf(text: SearchText, { folded, headings }: Forms, words: string[]): Rank | null {
  if (isIn(folded, words)) {
    return headings.some((heading) => isIn(heading, words)) ? 'heading' : text.kind;
  }
  const label = text.label ? fold(text.label) : '';
  if (label !== '' && text.findsLabel && isIn(label, words)) return 'heading';
  // The label counts with its value: "status done" finds a status that is done.
  const isNamed = label !== '' && words.some((word) => folded.includes(word));
  return isNamed && isIn(`${label}\n${folded}`, words) ? 'text' : null;
}

function hitOf(entry: ShownEntry, text: SearchText, forms: Forms, words: string[]): SearchHit {
  const place = { entry: entry.id, title: titleOf(entry), anchor: text.anchor };
  const isInText = words.some((word) => forms.folded.includes(word));
  if (isInText || !text.label) {
    const heading = text.headings.find((_, index) => isIn(forms.headings[index] ?? '', words));
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
