import type { Link, Pagination } from './links';
import type { AddressMode } from './settings';

/** How an attempt to open a link ended. */
export const VISIT_OUTCOMES = [
  /** The page or the JSON was shown. */
  'opened',
  /** The password was asked for. */
  'locked',
  'unlocked',
  'wrong-password',
  'refused',
  /** Refused because of too many attempts. */
  'limited',
  'downloaded',
  'searched',
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export type DeviceClass = 'desktop' | 'phone' | 'tablet' | 'other';

/** One attempt to open a link, with the data that the site's setting allows. */
export interface Visit {
  id: number;
  at: string;
  outcome: VisitOutcome;
  /** The reason of a refusal; null for other outcomes. */
  reason: string | null;
  /** The full, cut or hashed IP address, or null, by the setting at the time of the visit. */
  address: string | null;
  /** Only the family, such as `Firefox`; for a known robot, its name. */
  browser: string | null;
  device: DeviceClass | null;
  /** The host of the page that the visitor came from. */
  referrer: string | null;
  /** Identifies a browser on this link only; null before it first opened the link. */
  visitor: string | null;
  isReturning: boolean;
  /** True for robots and link previews, which no count includes. */
  isRobot: boolean;
}

/** A day in UTC, `2026-05-31`. Days without visits are left out. */
export interface VisitDay {
  day: string;
  opened: number;
  /** The different visitors of that day. */
  visitors: number;
  refused: number;
}

/**
 * Totals since the link was made or its visits were last erased. They include visits that are no
 * longer stored.
 */
export interface VisitTotals {
  opened: number;
  visitors: number;
  locked: number;
  unlocked: number;
  wrongPassword: number;
  refused: number;
  limited: number;
  downloaded: number;
  searched: number;
  robots: number;
}

/** Query of `GET /share-links/links/:id/visits`. */
export interface VisitQuery {
  outcome?: VisitOutcome;
  /** ISO 8601. Visits from this moment on. */
  from?: string;
  /** ISO 8601. Visits before this moment. */
  to?: string;
  robots?: boolean;
  page?: number;
  pageSize?: number;
}

/** Answer of `GET /share-links/links/:id/visits`, newest first. */
export interface VisitList {
  data: Visit[];
  meta: {
    pagination: Pagination;
    /** The days of the requested period, or of the last 30 days. */
    days: VisitDay[];
    totals: VisitTotals;
    /** What the site stores about visitors, for the readers of the list. */
    kept: { address: AddressMode; retentionDays: number | null };
  };
}

/** Answer of `DELETE /share-links/links/:id/visits`, under `data`: the number of erased visits. */
export interface ErasedVisits {
  erased: number;
}

/** A link on the homepage. */
export type LinkSummary = Pick<
  Link,
  | 'id'
  | 'label'
  | 'entryTitle'
  | 'contentType'
  | 'documentId'
  | 'locale'
  | 'state'
  | 'viewCount'
  | 'viewerCount'
  | 'lastViewedAt'
  | 'expiresAt'
>;

/**
 * Answer of `GET /share-links/visits/summary`, under `data`, for the links that the person may see.
 */
export interface VisitSummary {
  /** Open links, most openings first. */
  mostVisited: LinkSummary[];
  /** Links that end within seven days, the next one first. */
  endingSoon: LinkSummary[];
  /** Open links that nobody has opened, oldest first. */
  neverOpened: { count: number; links: LinkSummary[] };
}

/** The visits of all links that an entry ever had. A visitor of two links counts twice. */
export interface EntryVisits {
  opened: number;
  visitors: number;
  lastViewedAt: string | null;
}
