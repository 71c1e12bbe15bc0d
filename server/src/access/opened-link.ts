import type { Core } from '@strapi/strapi';

import { frameOrigin } from '../../../contracts/frame-origins';
import type { Source } from '../content/open-content';
import { emitLinkEvent } from '../links/changes/events';
import type { LinkEvent } from '../links/changes/events';
import { sourceOf } from '../links/rules/snapshot';
import type { LinkRow } from '../links/store/link-schema';
import { proofs } from './proofs';
import type { KnownViewer, Showing } from './proofs';

/**
 * A link for the code that answers its visitors. It holds what that code needs to show the link and
 * to recognize visitors, but nothing that opens the link.
 */
export interface OpenedLink {
  /** Names the link also after an import. */
  documentId: string;
  /** The slug or the token: the first part of the path of its pages. */
  address: string;
  /** The token or slug that found it, in the right spelling. */
  given: string;
  /** Names the link in a cookie. Null if no cookie of its place is needed beside the usual one. */
  placeName: string | null;
  startsAt: string | null;
  expiresAt: string | null;
  rules: LinkRules;
  /** Whom its pages say that they open for. */
  audience: Audience;
  /** True if its files are sent only to visitors with a proof. */
  isGuarded: boolean;
  /** What the link shows. */
  source: Source;
  proofs: ViewerProofs;
}

export type Audience = 'anyone' | 'locked' | 'limited';

export function audienceOf(hasPassword: boolean, maxViewers: number | null): Audience {
  if (maxViewers !== null) return 'limited';
  return hasPassword ? 'locked' : 'anyone';
}

export interface LinkRules {
  allowDownload: boolean;
  refreshSeconds: number | null;
  maxViewers: number | null;
  hasPassword: boolean;
  /** The sites that may show the link's pages in a frame. */
  frameOrigins: string[];
}

/** The viewer functions of `proofs`, bound to this link. */
interface ViewerProofs {
  readViewer(proof: string | null): KnownViewer | null;
  shown(showing: Showing, content: string): string;
  hasShown(showing: Showing, tag: string | null): boolean;
}

const rows = new WeakMap<OpenedLink, LinkRow>();

/** @param given the token or slug in the request, in the right spelling */
export function openedLink(strapi: Core.Strapi, row: LinkRow, given: string): OpenedLink {
  const { readViewer, shown, hasShown, placeName } = proofs(strapi);
  const { documentId, startsAt, expiresAt, allowDownload, refreshSeconds, maxViewers } = row;
  const hasPassword = row.passwordHash !== null;
  const link: OpenedLink = {
    documentId,
    address: row.slug ?? given,
    given,
    placeName: maxViewers !== null && row.slug !== null ? placeName(row) : null,
    startsAt: startsAt && new Date(startsAt).toISOString(),
    expiresAt: expiresAt && new Date(expiresAt).toISOString(),
    rules: { allowDownload, refreshSeconds, maxViewers, hasPassword, frameOrigins: framersOf(row) },
    audience: audienceOf(hasPassword, maxViewers),
    isGuarded: hasPassword || maxViewers !== null,
    source: sourceOf(strapi, row),
    proofs: {
      readViewer: (proof) => readViewer(row, proof),
      shown: (showing, content) => shown(row, showing, content),
      hasShown: (showing, tag) => hasShown(row, showing, tag),
    },
  };
  rows.set(link, row);
  return link;
}

/** Checks the stored origins again, because they become part of a policy. */
function framersOf({ frameOrigins }: LinkRow): string[] {
  return (frameOrigins ?? []).filter((origin) => frameOrigin(String(origin)) === origin);
}

/** The row as it was when the link was opened, for code that passes it to `links`. */
export function rowOf(link: OpenedLink): LinkRow {
  return rows.get(link)!;
}

/** Emits a link event to its listeners; never throws. */
export function emitOpenedEvent(
  strapi: Core.Strapi,
  event: LinkEvent,
  link: OpenedLink
): Promise<void> {
  return emitLinkEvent(strapi, event, rowOf(link));
}
