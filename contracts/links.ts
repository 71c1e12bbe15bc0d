export const LINK_STATES = [
  'scheduled',
  'active',
  'paused',
  'expired',
  'exhausted',
  'suspended',
  'revoked',
] as const;

/** Derived from a link's dates and marks at the moment of asking; never stored. */
export type LinkState = (typeof LINK_STATES)[number];

type LinkLevel = 'view' | 'comment';

/** What a share policy says of an entry: nothing of its own, never shown, or shown. */
export const POLICIES = ['inherit', 'off', 'view'] as const;
export type SharePolicy = (typeof POLICIES)[number];

/** How often a page may look for news, in seconds. */
export const REFRESH_MIN_SECONDS = 5;
export const REFRESH_MAX_SECONDS = 3600;

/**
 * Which version of the entry visitors see. `frozen` is the content as it was saved when the link
 * was made, kept with the link.
 */
export type LinkShows = 'published' | 'draft' | 'frozen';

export type LinkMode = 'single' | 'multiple';

export const LABEL_MAX_LENGTH = 120;

/** bcrypt looks at no more than this many bytes of UTF-8, so a longer password is refused. */
export const PASSWORD_MAX_BYTES = 72;

/** How long a link lives, counted from the save that names it. */
export const EXPIRY_PRESETS = ['never', '1d', '3d', '1w', '1m', '1y'] as const;
export type ExpiryPreset = (typeof EXPIRY_PRESETS)[number];

export const PRESET_DAYS: Record<Exclude<ExpiryPreset, 'never'>, number> = {
  '1d': 1,
  '3d': 3,
  '1w': 7,
  '1m': 30,
  '1y': 365,
};

/** The highest number of different visitors that a link may be limited to. */
export const VIEWERS_MAX = 1_000_000;

/** A readable address: lower-case words, joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const SLUG_MIN_LENGTH = 3;
export const SLUG_MAX_LENGTH = 64;

/** Who did something to a link; `id` is null for programs and for the seed. */
export interface Actor {
  id: number | null;
  name: string;
}

/** A link as every API of the plugin answers it. Dates are ISO 8601 in UTC. */
export interface Link {
  id: number;
  /** The full address; null once it can't be shown (revoked, no encryption key, no right). */
  url: string | null;
  /** The first characters of the token, enough to tell links apart in lists and logs. */
  tokenHint: string;
  slug: string | null;
  label: string | null;
  state: LinkState;
  level: LinkLevel;
  shows: LinkShows;
  contentType: string;
  documentId: string;
  locale: string | null;
  /** Other languages of the entry that visitors may switch to. */
  locales: string[];
  entryTitle: string | null;
  /** Paths of the attributes the link may show, fixed when it was made. */
  fields: string[];
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
  /** Whether its maker gets an e-mail when it is opened for the first time. */
  notifyFirstVisit: boolean;
  sharedBy: Actor;
  createdAt: string;
  updatedAt: string;
  revokedBy: Actor | null;
  revokedAt: string | null;
}

/** The rules of a link that its makers choose; all are optional. */
export interface LinkRulesInput {
  /** At most 120 characters. */
  label?: string | null;
  /** A preset, counted from this save. Not together with `expiresAt`. */
  expiresIn?: ExpiryPreset;
  /** ISO 8601; null for never. */
  expiresAt?: string | null;
  /** ISO 8601; null for at once. */
  startsAt?: string | null;
  /** At most 72 bytes of UTF-8; null takes the password away. */
  password?: string | null;
  /** What visitors may do. */
  level?: 'view';
  /** Left out at the start: the published version where there is one, else the draft. */
  shows?: LinkShows;
  /** Attribute names or paths; left out at the start: all that the maker may read and share. */
  fields?: string[];
  /** A readable address besides the secret one. An entry keeps its slugs for ever. */
  slug?: string | null;
  /** How many different visitors may open the link; null for any number. */
  maxViewers?: number | null;
  /** Lets search engines in, for as long as the link is open to everybody. */
  allowIndexing?: boolean;
  /** Whether visitors may take files away; pictures and films on the page stay. */
  allowDownload?: boolean;
  /** How often an open page looks for news, in seconds; null for never. */
  refreshSeconds?: number | null;
  /** Opens the entries below this one too, as the site's settings say which these are. */
  includeChildren?: boolean;
  /** Other languages of the entry that visitors may switch to. */
  locales?: string[];
  /** One e-mail to the link's maker, when somebody opens it for the first time. */
  notifyFirstVisit?: boolean;
}

/** Body of `POST /share-links/links`, under `data`. */
export interface CreateLinkInput extends LinkRulesInput {
  contentType: string;
  documentId: string;
  /** Only for localized types; the default locale when left out. */
  locale?: string | null;
}

/** Body of `PUT /share-links/links/:id`, under `data`; what is left out stays as it is. */
export interface UpdateLinkInput extends LinkRulesInput {
  /** The `updatedAt` that the form was filled from; refused with `link-changed` if it is older. */
  updatedAt?: string;
}

/** Why a link ended without anybody deleting it. */
export type EndReason = 'entry-deleted' | 'locale-deleted' | 'type-deleted';

/** Row of `GET /share-links/history`: every share of an entry ever made, newest first. */
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

/** What happened to a link. Secrets are in neither value. */
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
  /** 100 unless it says otherwise, and at most. */
  pageSize?: number;
  /** Only events of these types; in an address one or several, joined by commas. */
  type?: TimelineEventType | TimelineEventType[];
}

export interface TimelineList {
  /** Newest first. */
  data: TimelineEvent[];
  meta: { pagination: Pagination };
}

/** Body of `POST /share-links/links/bulk`, under `data`. */
export interface BulkInput {
  action: 'pause' | 'resume' | 'revoke';
  /** At most 100. */
  ids: number[];
}

/** Its answer, under `data`: each link is decided by itself. */
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

/** What a list of links can be sorted by. */
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
