import type { HistoryRow, Link } from '../../../../contracts/links';
import { plainPath } from '../../schema/paths';
import type { Standing } from '../rules/standings';
import type { LinkRow } from '../store/link-schema';

/**
 * A row as every API sends it. This is an allow-list, so a new column never leaks by
 * accident.
 *
 * @param missing its fields that the schema no longer has
 * @param standing how it stands for visitors now
 */
export function serializeLink(
  row: LinkRow,
  url: string | null,
  entryTitle: string | null,
  missing: string[],
  standing: Standing
): Link {
  return {
    id: row.id,
    url,
    tokenHint: row.tokenHint,
    // The slug is an address too: whoever may not see the URL may not see the slug.
    slug: url === null ? null : row.slug,
    label: row.label,
    state: standing.state,
    closedBy: standing.closedBy,
    level: row.level,
    shows: row.shows,
    contentType: row.contentType,
    documentId: row.entryDocumentId,
    locale: row.entryLocale,
    locales: row.extraLocales ?? [],
    entryTitle,
    fields: row.fields.map(plainPath),
    missingFields: missing,
    startsAt: isoOrNull(row.startsAt),
    expiresAt: isoOrNull(row.expiresAt),
    hasPassword: row.passwordHash !== null,
    maxViewers: row.maxViewers,
    viewCount: row.viewCount,
    viewerCount: row.viewerCount,
    lastViewedAt: isoOrNull(row.lastViewedAt),
    allowIndexing: row.allowIndexing,
    allowDownload: row.allowDownload,
    refreshSeconds: row.refreshSeconds,
    includeChildren: row.includeChildren,
    frameOrigins: row.frameOrigins ?? [],
    notifyFirstVisit: row.notifyFirstVisit === true,
    sharedBy: { id: row.sharedById, name: row.sharedByName },
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    revokedBy: row.revokedByName ? { id: row.revokedById, name: row.revokedByName } : null,
    revokedAt: isoOrNull(row.revokedAt),
  };
}

/** A row of the history: a link, with the reason why it ended if nobody deleted it. */
export function serializeHistoryRow(row: LinkRow, link: Link): HistoryRow {
  return { ...link, type: 'link', endReason: row.endReason };
}

function isoOrNull(value: string | null): string | null {
  return value ? new Date(value).toISOString() : null;
}
