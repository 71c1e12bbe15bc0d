/** Derived from a link's dates and marks at the moment of asking; never stored. */
export type LinkState =
  'scheduled' | 'active' | 'paused' | 'expired' | 'exhausted' | 'suspended' | 'revoked';

export type LinkLevel = 'view' | 'comment';

/** Which version of the entry visitors see. */
export type LinkShows = 'published' | 'draft';

export type LinkMode = 'single' | 'multiple';

export const LABEL_MAX_LENGTH = 120;

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
  sharedBy: Actor;
  createdAt: string;
  updatedAt: string;
  revokedBy: Actor | null;
  revokedAt: string | null;
}

/** Body of `POST /share-links/links`, under `data`. */
export interface CreateLinkInput {
  contentType: string;
  documentId: string;
  /** Only for localized types; the default locale when left out. */
  locale?: string | null;
  label?: string | null;
  /** Left out: the published version where there is one, else the draft. */
  shows?: LinkShows;
  /** Attribute names or paths; left out: everything the maker may both read and share. */
  fields?: string[];
}

/** Body of `PUT /share-links/links/:id`, under `data`. */
export interface UpdateLinkInput {
  label?: string | null;
}

export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

export interface LinkList {
  data: Link[];
  meta: { pagination: Pagination };
}
