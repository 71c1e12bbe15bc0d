import type { ErrorCode } from './errors';
import type { Link, LinkMode, LinkShows, SharePolicy } from './links';
import type { LinkLimits, SitePause } from './settings';
import type { EntryVisits } from './visits';

/** Why a person can't do something: a code for programs, a sentence for people. */
export interface Refusal {
  code: ErrorCode;
  message: string;
}

export type ExposedKind = 'text' | 'media' | 'relation' | 'component';

/** One top-level attribute that a new link would make public. */
export interface ExposedField {
  name: string;
  /** The label from the content manager's configuration. */
  label: string;
  kind: ExposedKind;
}

/** What a new link by this person would show to anyone who has its address. */
export interface Exposure {
  shows: LinkShows;
  locale: string | null;
  /** The paths as a link stores them. */
  paths: string[];
  fields: ExposedField[];
  /**
   * The labels of the relations, at any depth, that would make titles of related entries public.
   */
  relations: string[];
  /** The labels of those relations that show more fields of their entries than the title. */
  followed: string[];
  /** The labels of the media fields, at any depth, and their current number of files. */
  files: { labels: string[]; count: number };
}

/** The effective policy of an entry, and what decides it. */
export interface PolicySource {
  effective: Exclude<SharePolicy, 'inherit'>;
  from: 'entry' | 'parent' | 'type';
  /** The title of the entry above that decides; null unless `from` is `parent`. */
  parentTitle: string | null;
}

/** The policy of one entry: its own, else that of an entry above, else its type's. */
export interface EntryPolicy extends PolicySource {
  own: SharePolicy;
  /** The policy that applies if the entry has none of its own. */
  inherited: PolicySource;
}

/** Answer of `GET /share-links/entries/:uid/:documentId`: everything that the side panel needs. */
export interface EntrySharing {
  contentType: string;
  documentId: string;
  locale: string | null;
  title: string;
  mode: LinkMode;
  /** Whether its type has drafts, and whether the entry is published. */
  versions: { draftAndPublish: boolean; published: boolean };
  /** The number of live links, and of all links ever made. For everybody who may read the entry. */
  counts: { live: number; total: number };
  /** The visits of all its links, also ended ones; null if the person may not see them. */
  visits: EntryVisits | null;
  /** The live links, newest first; empty if the person may not see them. */
  links: Link[];
  can: { see: boolean; create: boolean; manage: boolean; reveal: boolean; setPolicy: boolean };
  /** Null if the matching `can` is true. */
  reasons: { see: Refusal | null; create: Refusal | null };
  /** Null if the person may share nothing. */
  exposure: Exposure | null;
  /** The site's rules for links, for the form. */
  limits: LinkLimits;
  policy: EntryPolicy;
  /** Whether links of this type can open entries below, and the current number of these. */
  children: { available: boolean; count: number };
  /** The entry's other languages that the person may share. */
  otherLocales: { code: string; name: string }[];
  /** Set while all sharing of the site is paused. */
  sitePaused: SitePause | null;
  /** False if the app has no encryption key: an address is then shown only once. */
  addressesKept: boolean;
}
