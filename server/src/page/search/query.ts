import { wordsOf } from './fold';

export const MAX_QUERY_LENGTH = 200;

export type Query =
  | { kind: 'query'; q: string; words: string[] }
  /** `q` is what can be put back into the form. */
  | { kind: 'bad'; q: string };

/** The `q` of a form, of `{ q }` or of `{ data: { q } }`; nothing else is taken from a request. */
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
