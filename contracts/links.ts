export const LINK_STATES = [
  'scheduled',
  'active',
  'paused',
  'expired',
  'exhausted',
  'suspended',
  'revoked',
] as const;

/**
 * What a visitor meets now. Computed for each answer, never stored. `suspended` stands for every
 * reason outside of the link's own rules; `closedBy` names it.
 */
export type LinkState = (typeof LINK_STATES)[number];

/**
 * Everything that can keep a link closed. The states are the link's own; `suspended` means that its
 * maker is gone or may not share any more. The others lie around the link: it opens again by itself
 * once they are gone.
 */
export const CLOSED_REASONS = [
  'revoked',
  'expired',
  'exhausted',
  'suspended',
  'paused',
  'scheduled',
  'type-disabled',
  'policy-off',
  'site-paused',
  'unpublished',
  'entry-gone',
] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

type LinkLevel = 'view' | 'comment';

/** The share policies of an entry: none of its own, never shown, or shown. */
export const POLICIES = ['inherit', 'off', 'view'] as const;
export type SharePolicy = (typeof POLICIES)[number];

/** The limits for how often a page may refresh, in seconds. */
export const REFRESH_MIN_SECONDS = 5;
export const REFRESH_MAX_SECONDS = 3600;

/**
 * The version of the entry that visitors see. `frozen` is the saved content at the time the link
 * was made, stored with the link.
 */
export type LinkShows = 'published' | 'draft' | 'frozen';

export type LinkMode = 'single' | 'multiple';

export const LABEL_MAX_LENGTH = 120;

/** bcrypt reads only this many bytes of UTF-8, so a longer password is refused. */
export const PASSWORD_MAX_BYTES = 72;

/** What a visitor sends may be longer: blanks around a password and signs in it do not count. */
export const PASSWORD_MAX_TYPED = 512;

/** How long a link lives, counted from the save that sets it. */
export const EXPIRY_PRESETS = ['never', '1d', '3d', '1w', '1m', '1y'] as const;
export type ExpiryPreset = (typeof EXPIRY_PRESETS)[number];

/** The days of each preset. A month is always 30 days and a year 365. */
export const PRESET_DAYS: Record<Exclude<ExpiryPreset, 'never'>, number> = {
  '1d': 1,
  '3d': 3,
  '1w': 7,
  '1m': 30,
  '1y': 365,
};

/** The highest limit on a link's visitors. */
export const VIEWERS_MAX = 1_000_000;

/** A slug: lower-case words, joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_MIN_LENGTH = 3;
export const SLUG_MAX_LENGTH = 64;

/** The person who changed a link. `id` is null for programs and for the seed. */
export interface Actor {
  id: number | null;
  name: string;
}

/** A link as every API of the plugin sends it. Dates are ISO 8601 in UTC. */
export interface Link {
  id: number;
  /** The full address; null if it can't be shown (revoked, no encryption key, no right). */
  url: string | null;
  /** The first characters of the token, to tell links apart in lists and logs. */
  tokenHint: string;
  slug: string | null;
  label: string | null;
  state: LinkState;
  /** All that keeps visitors out now, what they meet first. Empty for a link that opens. */
  closedBy: ClosedReason[];
  level: LinkLevel;
  shows: LinkShows;
  contentType: string;
  documentId: string;
  locale: string | null;
  /** The other languages of the entry that visitors can switch to. */
  locales: string[];
  entryTitle: string | null;
  /** The paths of the attributes that the link may show, stored when it was made. */
  fields: string[];
  /**
   * Those of `fields` that the schema no longer has, or has as something else. Fields of other types
   * below begin with the name of the type.
   */
  missingFields: string[];
  startsAt: string | null;
  expiresAt: string | null;
  hasPassword: boolean;
  maxViewers: number | null;
  viewCount: number;
  viewerCount: number;
  lastViewedAt: string | null;
  allowIndexing: boolean;
  allowDownload: boolean;
  refreshSeconds: number | null;
  includeChildren: boolean;
  /** The sites that may show the link in a frame, such as `https://intranet.example.com`. */
  frameOrigins: string[];
  /** True if its maker gets an e-mail after the first visit. */
  notifyFirstVisit: boolean;
  sharedBy: Actor;
  createdAt: string;
  updatedAt: string;
  revokedBy: Actor | null;
  revokedAt: string | null;
}

/** The rules of a link that its maker chooses. All are optional. */
export interface LinkRulesInput {
  /** At most 120 characters. */
  label?: string | null;
  /** A preset, counted from this save. Not allowed together with `expiresAt`. */
  expiresIn?: ExpiryPreset;
  /** ISO 8601; null means never. */
  expiresAt?: string | null;
  /** ISO 8601; null means at once. */
  startsAt?: string | null;
  /** At most 72 bytes of UTF-8; null removes the password. */
  password?: string | null;
  /** What visitors may do. */
  level?: 'view';
  /** The default for a new link is the published version if there is one, else the draft. */
  shows?: LinkShows;
  /**
   * Attribute names or paths. The default for a new link is everything that the maker may read and
   * share.
   */
  fields?: string[];
  /** A slug, in addition to the secret address. A slug belongs to its entry forever. */
  slug?: string | null;
  /** How many different visitors may open the link; null means any number. */
  maxViewers?: number | null;
  /** Lets search engines index the link, as long as it is open to everybody. */
  allowIndexing?: boolean;
  /** Whether visitors may download files. Images and media on the page stay visible. */
  allowDownload?: boolean;
  /** How often an open page refreshes, in seconds; null means never. */
  refreshSeconds?: number | null;
  /** Also opens the entries below this one, which the site's settings define. */
  includeChildren?: boolean;
  /** The other languages of the entry that visitors can switch to. */
  locales?: string[];
  /**
   * The sites that may show the link in a frame, 10 at most: `https://intranet.example.com`,
   * `https://*.example.com` or `http://localhost:3000`. The default is none.
   */
  frameOrigins?: string[];
  /** Sends one e-mail to the link's maker after the first visit. */
  notifyFirstVisit?: boolean;
}

/** Body of `POST /share-links/links`, under `data`. */
export interface CreateLinkInput extends LinkRulesInput {
  contentType: string;
  documentId: string;
  /** Only for localized types. The default is the site's default locale. */
  locale?: string | null;
}

/** Body of `PUT /share-links/links/:id`, under `data`. Missing values stay unchanged. */
export interface UpdateLinkInput extends LinkRulesInput {
  /** The `updatedAt` of the link in the form. If it is outdated, the answer is `link-changed`. */
  updatedAt?: string;
}

/** Why a link ended although nobody deleted it. */
export type EndReason = 'entry-deleted' | 'locale-deleted' | 'type-deleted';

/** Row of `GET /share-links/history`: all links that an entry ever had, newest first. */
export type HistoryRow = Link & { type: 'link'; endReason: EndReason | null };

export interface HistoryList {
  data: HistoryRow[];
  meta: { pagination: Pagination };
}

export const TIMELINE_EVENT_TYPES = [
  'create',
  'update',
  'pause',
  'resume',
  'rotate',
  'revoke',
  'password-set',
  'password-removed',
  'password-revealed',
  'suspend',
  'restore',
  'take-over',
  'visits-erased',
] as const;
export type TimelineEventType = (typeof TIMELINE_EVENT_TYPES)[number];

/** An event of a link. `from` and `to` never contain secrets. */
export interface TimelineEvent {
  id: number;
  type: TimelineEventType;
  at: string;
  by: Actor;
  changes: { field: string; from: unknown; to: unknown }[];
}

/** Query of a link's timeline. */
export interface TimelineQuery {
  page?: number;
  /** The default and the maximum are 100. */
  pageSize?: number;
  /** Only events of these types. In a URL, separate several by commas. */
  type?: TimelineEventType | TimelineEventType[];
}

export interface TimelineList {
  /** Newest first. */
  data: TimelineEvent[];
  meta: { pagination: Pagination; labels: FieldLabels };
}

/** The labels of fields in the content manager, by their paths; without those that are gone. */
export type FieldLabels = Record<string, string>;

/** Answer of `GET /share-links/links/:id`. */
export interface LinkAnswer {
  data: Link;
  meta: { labels: FieldLabels };
}

/** Body of `POST /share-links/links/bulk`, under `data`. */
export interface BulkInput {
  action: 'pause' | 'resume' | 'revoke' | 'takeOver';
  /** At most 100. */
  ids: number[];
}

/** Answer of a bulk action, under `data`. Each link succeeds or fails by itself. */
export interface BulkResult {
  done: number[];
  refused: { id: number; code: string; message: string }[];
}

export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

/** The columns by which a list of links can be sorted. */
export const LINK_SORT_COLUMNS = [
  'createdAt',
  'label',
  'expiresAt',
  'lastViewedAt',
  'viewCount',
] as const;
export type LinkSortColumn = (typeof LINK_SORT_COLUMNS)[number];

export interface LinkList {
  data: Link[];
  meta: { pagination: Pagination };
}
