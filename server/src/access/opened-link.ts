import type { Core } from '@strapi/strapi';

import type { Source } from '../content/open-content';
import { emitLinkEvent } from '../links/changes/events';
import type { LinkEvent } from '../links/changes/events';
import { sourceOf } from '../links/rules/snapshot';
import type { LinkRow } from '../links/store/link-schema';
import { proofs } from './proofs';
import type { KnownViewer, Showing } from './proofs';

/**
 * A link as those see it who answer its visitors: what they need to show it and to know its
 * visitors again, and nothing that opens it.
 */
export interface OpenedLink {
  id: number;
  /** Slug or token: what its pages stand under. */
  address: string;
  expiresAt: string | null;
  rules: LinkRules;
  /** Whether its files are sent only with what its visitors were given. */
  isGuarded: boolean;
  /** What decides what it shows. */
  source: Source;
  proofs: ViewerProofs;
}

export interface LinkRules {
  allowDownload: boolean;
  refreshSeconds: number | null;
  maxViewers: number | null;
  hasPassword: boolean;
}

/** See `proofs`, for this link alone. */
interface ViewerProofs {
  readViewer(proof: string | null): KnownViewer | null;
  shown(showing: Showing, content: string): string;
  hasShown(showing: Showing, tag: string | null): boolean;
}

const rows = new WeakMap<OpenedLink, LinkRow>();

/** @param given the address by which it was found */
export function openedLink(strapi: Core.Strapi, row: LinkRow, given: string): OpenedLink {
  const { readViewer, shown, hasShown } = proofs(strapi);
  const { id, expiresAt, allowDownload, refreshSeconds, maxViewers } = row;
  const hasPassword = row.passwordHash !== null;
  const link: OpenedLink = {
    id,
    address: row.slug ?? given,
    expiresAt: expiresAt && new Date(expiresAt).toISOString(),
    rules: { allowDownload, refreshSeconds, maxViewers, hasPassword },
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

/** The row as it was read when the link was opened; for rooms that keep links. */
export function rowOf(link: OpenedLink): LinkRow {
  return rows.get(link)!;
}

/** Tells those who listen; never throws. */
export function emitOpenedEvent(
  strapi: Core.Strapi,
  event: LinkEvent,
  link: OpenedLink
): Promise<void> {
  return emitLinkEvent(strapi, event, rowOf(link));
}
