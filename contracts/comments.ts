/** The longest comment, in characters. */
export const COMMENT_MAX_LENGTH = 5_000;

/** The longest name of a guest, in characters. */
export const GUEST_NAME_MAX_LENGTH = 60;

/** Why a name is not taken: see `server/src/comments/guest-name.ts`. */
export type NameRefusal = 'too-long' | 'not-readable' | 'reserved';

/** The passage that a comment is about, with up to 32 characters on each side. */
interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Whether the passage is still there: as it was, at another place of its field, reworded, or not at
 * all.
 */
type CommentPlace = 'here' | 'moved' | 'changed' | 'gone';

/** A comment as visitors get it. Dates are ISO 8601 in UTC. */
export interface Comment {
  id: number;
  /** The first comment of its thread; null for that comment itself. */
  parent: number | null;
  /** The field, as in the fields of a link; null if it is about the whole entry. */
  path: string | null;
  quote: Quote | null;
  place: CommentPlace;
  /** Markdown. */
  text: string;
  /** The same as HTML that is safe to show. */
  html: string;
  author: { name: string; kind: 'guest' | 'customer' | 'team' };
  createdAt: string;
  editedAt: string | null;
  /** When the thread was resolved; only on its first comment. */
  resolvedAt: string | null;
  /** True if the visitor who asks has written it. */
  mine: boolean;
}
