import type { ErrorCode } from './errors';
import type { Link, LinkMode, LinkShows, SharePolicy } from './links';
import type { LinkLimits, SitePause } from './settings';
import type { EntryVisits } from './visits';

/** Why the asker can't do something: a code for programs, a sentence for people. */
export interface Refusal {
  code: ErrorCode;
  message: string;
}

export type ExposedKind = 'text' | 'media' | 'relation' | 'component';

/** One top-level attribute that a new link would make public. */
export interface ExposedField {
  name: string;
  /** As the content manager's configuration calls it. */
  label: string;
  kind: ExposedKind;
}

/** What a link made now by the asker would show to anyone who has its address. */
export interface Exposure {
  shows: LinkShows;
  locale: string | null;
  /** Paths, as a link stores them. */
  paths: string[];
  fields: ExposedField[];
  /** Labels of the relations, at any depth, whose entries' titles become public. */
  relations: string[];
  /** Those of them whose entries show fields of their own besides the title. */
  followed: string[];
  /** Labels of the media fields, at any depth, and how many files they hold now. */
  files: { labels: string[]; count: number };
}

/** What holds for an entry, and where that comes from. */
export interface PolicySource {
  effective: Exclude<SharePolicy, 'inherit'>;
  from: 'entry' | 'parent' | 'type';
  /** Title of the entry above that decides; null unless `from` is `parent`. */
  parentTitle: string | null;
}

/** What the share policies say of one entry: its own, else those above it, else its type's. */
export interface EntryPolicy extends PolicySource {
  own: SharePolicy;
  /** What holds, or would hold, while it has none of its own. */
  inherited: PolicySource;
}

/** Answer of `GET /share-links/entries/:uid/:documentId`: all that the side panel needs. */
export interface EntrySharing {
  contentType: string;
  documentId: string;
  locale: string | null;
  title: string;
  mode: LinkMode;
  /** Whether the entry has a draft and a published version, where its type knows the difference. */
  versions: { draftAndPublish: boolean; published: boolean };
  /** Links that work now, and all that were ever made; told to whoever may read the entry. */
  counts: { live: number; total: number };
  /** Over all of its links, ended ones too; null for those who may not see them. */
  visits: EntryVisits | null;
  /** The live links, newest first; empty for those who may not see them. */
  links: Link[];
  can: { see: boolean; create: boolean; manage: boolean; reveal: boolean; setPolicy: boolean };
  /** Null where the matching `can` is true. */
  reasons: { see: Refusal | null; create: Refusal | null };
  /** Null where nothing may be shared by the asker. */
  exposure: Exposure | null;
  /** What the site asks of every link, for the form. */
  limits: LinkLimits;
  policy: EntryPolicy;
  /** Whether links of this type can open entries below, and how many there are now. */
  children: { available: boolean; count: number };
  /** Languages besides this one that the entry has and the asker may share. */
  otherLocales: { code: string; name: string }[];
  /** Set while all sharing of the site is paused. */
  sitePaused: SitePause | null;
  /** False when the app has no encryption key: an address is then shown only once. */
  addressesKept: boolean;
}
