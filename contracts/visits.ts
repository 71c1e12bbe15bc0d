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
  /** Turned away because of too many attempts. */
  'limited',
  'downloaded',
  'searched',
] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export type DeviceClass = 'desktop' | 'phone' | 'tablet' | 'other';

/** One attempt to open a link, as far as the site's setting lets it be known. */
export interface Visit {
  id: number;
  at: string;
  outcome: VisitOutcome;
  /** Why it was refused; null for the other outcomes. */
  reason: string | null;
  /** Whole, cut, hashed or null, as the setting was when the visit was made. */
  address: string | null;
  /** Family only, such as `Firefox`; of a robot its name, where it is a known one. */
  browser: string | null;
  device: DeviceClass | null;
  /** Host of the page that the visitor came from. */
  referrer: string | null;
  /** Tells visits of one browser to this one link; null before the link was first opened. */
  visitor: string | null;
  isReturning: boolean;
  /** Robots and link previews; none of the counts has them in it. */
  isRobot: boolean;
}

/** A day in UTC, `2026-05-31`. Days without visits are left out. */
export interface VisitDay {
  day: string;
  opened: number;
  /** Different visitors of that day. */
  visitors: number;
  refused: number;
}

/** Since the link was made, or its visits were last erased: also of visits no longer kept. */
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
  /** ISO 8601; visits from this moment on. */
  from?: string;
  /** ISO 8601; visits before this moment. */
  to?: string;
  robots?: boolean;
  page?: number;
  pageSize?: number;
}

/** Its answer, newest first. */
export interface VisitList {
  data: Visit[];
  meta: {
    pagination: Pagination;
    /** Of the period asked for, or of the last 30 days. */
    days: VisitDay[];
    totals: VisitTotals;
    /** What is kept of visitors, for the people who read the list. */
    kept: { address: AddressMode; retentionDays: number | null };
  };
}

/** Answer of `DELETE /share-links/links/:id/visits`, under `data`: how many there were. */
export interface ErasedVisits {
  erased: number;
}

/** What the homepage says of a link. */
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

/** `GET /share-links/visits/summary`, under `data`: of the links that the person may see. */
export interface VisitSummary {
  /** Open links, most openings first. */
  mostVisited: LinkSummary[];
  /** Links that end within seven days, the next one first. */
  endingSoon: LinkSummary[];
  /** Open links that nobody has opened, oldest first. */
  neverOpened: { count: number; links: LinkSummary[] };
}

/** Visits to all links that an entry ever had. Visitors of two links count at each of them. */
export interface EntryVisits {
  opened: number;
  visitors: number;
  lastViewedAt: string | null;
}
