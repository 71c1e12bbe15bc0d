import { createHash } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { refuse } from '../core/errors';
import { mayReadAll, mayShareAll } from '../links/rules/exposed-paths';
import { linkAccess } from '../links/rules/link-access';
import { plannedContent, plannedTarget } from '../links/rules/planned-link';
import type { AskedContent } from '../links/rules/planned-link';
import { snapshotContent, sourceOf } from '../links/rules/snapshot';
import { standings } from '../links/rules/standings';
import { linkRows } from '../links/store/link-rows';
import type { LinkRow } from '../links/store/link-schema';
import type { Rights } from '../rights/rights';
import type { DenialReason } from './decide';
import { audienceOf } from './opened-link';
import type { Audience, OpenedLink } from './opened-link';

/** What visitors get at the moment of a preview. */
export interface VisitorsNow {
  /** False for rules that no link has yet. */
  hasLink: boolean;
  asksPassword: boolean;
  /** Why the link opens to no visitor just now; null if it opens. */
  closed: DenialReason | null;
}

export interface PreviewedLink {
  link: OpenedLink;
  visitors: VisitorsNow;
}

/** The rules of a link that is not made yet, as far as its pages depend on them. */
export interface PreviewRules extends AskedContent {
  allowDownload: boolean;
  refreshSeconds: number | null;
  hasPassword: boolean;
  audience: Audience;
}

/**
 * The document id of a link, if the person may see the link and read everything that it opens: its
 * preview tells them no more than its address would.
 *
 * @throws Refused `not-found`, `not-owner`, `not-allowed`, or `link-revoked` if it has ended
 */
export async function previewableLink(
  strapi: Core.Strapi,
  id: number,
  rights: Rights
): Promise<string> {
  return (await previewable(strapi, id, rights)).documentId;
}

async function previewable(strapi: Core.Strapi, id: number, rights: Rights): Promise<LinkRow> {
  const access = linkAccess(strapi);
  const row = await access.readable(id, rights);
  if (row.revokedAt) refuse('link-revoked', 'This link is deleted, so it has no preview');
  const uses = rights.readsAllLinks || rights.sharesType(row.contentType);
  const entries = await access.entriesOf(row);
  // A snapshot can hold what nobody can read any more, and its password keeps readers out.
  const isSealed = row.passwordHash !== null && row.shows === 'frozen';
  const mayShow = isSealed ? mayShareAll : mayReadAll;
  if (!uses || !mayShow(strapi, rights, row, entries)) {
    refuse('not-allowed', 'This link shows more than you may read, so you get no preview of it');
  }
  return row;
}

/**
 * A link as it opens, or would open, for the person who previews it. Its visitors' limits and its
 * password do not count.
 *
 * @throws Refused if the person may not preview it (any more)
 */
export async function previewLink(
  strapi: Core.Strapi,
  settings: Settings,
  documentId: string,
  rights: Rights
): Promise<PreviewedLink> {
  const [found] = await linkRows(strapi).find({ documentId }, { limit: 1 });
  if (!found) refuse('not-found', 'There is no such link');
  const row = await previewable(strapi, found.id, rights);
  const { allowDownload, refreshSeconds, passwordHash, maxViewers } = row;
  const audience = audienceOf(passwordHash !== null, maxViewers);
  const rules = { allowDownload, refreshSeconds, audience };
  return {
    link: linkOf(documentId, rules, sourceOf(strapi, row)),
    visitors: await visitorsNow(strapi, settings, row),
  };
}

/**
 * The same for rules without a link.
 *
 * @throws Refused if the person may not make a link with these rules (any more)
 */
export async function previewRules(
  strapi: Core.Strapi,
  settings: Settings,
  key: string,
  rules: PreviewRules,
  rights: Rights
): Promise<PreviewedLink> {
  const planned = await plannedTarget(strapi, settings, rules, rights);
  const content = await plannedContent(strapi, settings, planned, rules, rights);
  const source = { ...content, snapshot: () => snapshotContent(strapi, settings, content) };
  return {
    link: linkOf(`preview ${key}`, rules, source),
    visitors: { hasLink: false, asksPassword: rules.hasPassword, closed: null },
  };
}

async function visitorsNow(
  strapi: Core.Strapi,
  settings: Settings,
  row: LinkRow
): Promise<VisitorsNow> {
  const [closed = null] = (await standings(strapi, settings, [row]))(row).closedBy;
  return { hasLink: true, asksPassword: row.passwordHash !== null, closed };
}

/** A link without visitors: it recognizes nobody, limits nobody, and no site may frame it. */
function linkOf(
  documentId: string,
  rules: Pick<PreviewRules, 'allowDownload' | 'refreshSeconds' | 'audience'>,
  source: OpenedLink['source']
): OpenedLink {
  const { allowDownload, refreshSeconds, audience } = rules;
  return {
    documentId,
    address: '',
    given: '',
    placeName: null,
    startsAt: null,
    expiresAt: null,
    rules: {
      allowDownload,
      refreshSeconds,
      maxViewers: null,
      hasPassword: false,
      frameOrigins: [],
    },
    audience,
    isGuarded: true,
    source,
    proofs: {
      readViewer: () => ({ id: 'preview', lastDay: '' }),
      // Only a page that refreshes itself uses it, to tell whether something has changed.
      shown: (_, content) => createHash('sha256').update(content).digest('base64url'),
      hasShown: () => false,
    },
  };
}
