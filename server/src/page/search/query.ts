import { MAX_QUERY_LENGTH } from '../../../../contracts/shown';
import { wordsOf } from './fold';

export type Query =
  | { kind: 'query'; q: string; words: string[] }
  /** `q` is the text for the form. */
  | { kind: 'bad'; q: string };

/** Reads `q` from a form, from `{ q }` or from `{ data: { q } }`, and nothing else. */
export function queryIn(body: unknown): Query {
  const { q: plain, data } = (body ?? {}) as { q?: unknown; data?: { q?: unknown } | null };
  const given = plain ?? data?.q;
  if (typeof given !== 'string') return { kind: 'bad', q: '' };
  const q = given.trim();
  const words = wordsOf(q);
  const isShort = [...q].length <= MAX_QUERY_LENGTH;
  if (!isShort || words.length === 0) return { kind: 'bad', q: isShort ? q : '' };
  return { kind: 'query', q, words };
}
