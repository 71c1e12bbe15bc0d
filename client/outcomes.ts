import type { PublicAnswer, SearchHit, ShownEntry } from '../contracts/shown';

/** Which page of a link: the shared entry in the link's own language, where nothing is said. */
export interface Place {
  /** One of the codes in `meta.locales`. */
  locale?: string | null;
  /** `id` of an entry in `meta.children`. */
  childId?: string | null;
}

/** All that is said besides the entry itself. */
export type OpenMeta = PublicAnswer['meta'];

export interface OpenedEntry {
  kind: 'open';
  /** With addresses that are whole, and can be used on any site. */
  entry: ShownEntry;
  meta: OpenMeta;
  place: Place;
  /** Names what was shown, to ask whether it still is so. */
  tag: string | null;
}

/** The link has a password; nothing is told of its entry before. */
export interface Locked {
  kind: 'locked';
}

/** There is no such link, or no such part of it, or not any more. */
export interface Unavailable {
  kind: 'unavailable';
  /** The site says of links that they are no longer active; else nobody can tell. */
  isExplained: boolean;
  /** In English, for people. */
  message: string;
}

/** Too many attempts. */
export interface Limited {
  kind: 'limited';
  /** Seconds to wait, 1 at least. */
  retryAfter: number;
}

/** The ways in which a link stays shut. */
export type Shut = Locked | Unavailable | Limited;

export type OpenedLink = OpenedEntry | Shut;

export interface Unchanged {
  kind: 'unchanged';
}

export interface Unlocked {
  kind: 'unlocked';
  /** Opens the link until then, or until its password is changed. The client has kept it. */
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
  /** There are more hits than were sent. */
  cut: boolean;
}

export interface FetchedFile {
  kind: 'file';
  /** Its body has not been read: `blob()`, `arrayBuffer()` or a stream, as you like. */
  response: Response;
}
