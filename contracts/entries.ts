import type { ErrorCode } from './errors';
import type { ClosedReason, Link, LinkMode, LinkShows, LinkState, SharePolicy } from './links';
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

/**
 * How a link shows an entry: as the entry that it was made for, as another language of it, as an
 * entry below it, or as a related entry with its fields.
 */
export type OpenedBy = 'own' | 'language' | 'parent' | 'relation';

/** Who gets in now. A used-up link is open for the visitors whom it has let in before. */
export type OpensFor = 'everybody' | 'admitted' | 'nobody';

/** A link of another entry or language that shows an entry. */
export interface Opener {
  by: Exclude<OpenedBy, 'own'>;
  opensFor: OpensFor;
  /** What stands in the way; empty if it opens, or if the person may not see the link. */
  closedBy: ClosedReason[];
  /** Null if the person may not see the link. */
  link: {
    id: number;
    label: string | null;
    tokenHint: string;
    state: LinkState;
    contentType: string;
    documentId: string;
    locale: string | null;
    /** Null if the person may not read it. */
    entryTitle: string | null;
  } | null;
}

/** What opens an entry: its own links and those of other entries and languages. */
export interface EntryOpeners {
  /** The number of links by which somebody can see the entry now. */
  open: number;
  /** The number of those that are its own, in this language. */
  own: number;
  /** The links of other entries and languages, those that open first; at most 50. */
  elsewhere: Opener[];
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
  /** What opens the entry now, and by which way. For everybody who may read the entry. */
  openers: EntryOpeners;
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
