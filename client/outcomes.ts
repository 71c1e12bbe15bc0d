import type { RefusalReason } from '../contracts/errors';
import type { PublicAnswer, SearchHit, ShownEntry } from '../contracts/shown';

/** A page of a link. The default is the shared entry in the link's main language. */
export interface Place {
  /** One of the codes in `meta.locales`. */
  locale?: string | null;
  /** The `id` of an entry in `meta.children`. */
  childId?: string | null;
}

/** Everything in the answer besides the entry. */
export type OpenMeta = PublicAnswer['meta'];

export interface OpenedEntry {
  kind: 'open';
  /** Its addresses are absolute, so they work on any site. */
  entry: ShownEntry;
  meta: OpenMeta;
  place: Place;
  /** Identifies the shown content; `refresh` sends it. */
  tag: string | null;
}

/** The link has a password. Without it, nothing about the entry is known. */
export interface Locked {
  kind: 'locked';
}

/** The link, or the part of it, does not exist or no longer exists. */
export interface Unavailable {
  kind: 'unavailable';
  /** True if the site tells visitors why a link does not open. */
  isExplained: boolean;
  /**
   * Why, if the site tells. `scheduled`, `paused`, `site-paused` and `suspended` links may open
   * again at the same address.
   */
  reason?: RefusalReason;
  /** When a `scheduled` link opens: ISO 8601 in UTC. */
  opensAt?: string;
  /** A text in English, for people. */
  message: string;
}

/** Too many attempts. */
export interface Limited {
  kind: 'limited';
  /** The seconds to wait, at least 1. */
  retryAfter: number;
}

/** The outcomes of a link that does not open. */
export type Shut = Locked | Unavailable | Limited;

export type OpenedLink = OpenedEntry | Shut;

export interface Unchanged {
  kind: 'unchanged';
}

export interface Unlocked {
  kind: 'unlocked';
  /** Opens the link until `expiresAt` or until its password changes. The client stores it. */
  unlockToken: string;
  /** ISO 8601 in UTC. */
  expiresAt: string;
}

export interface WrongPassword {
  kind: 'wrong-password';
}

export interface Found {
  kind: 'found';
  hits: SearchHit[];
  /** True if there are more hits than the answer contains. */
  cut: boolean;
}

export interface FetchedFile {
  kind: 'file';
  /** Its body is unread: use `blob()`, `arrayBuffer()` or a stream. */
  response: Response;
}
