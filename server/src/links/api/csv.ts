import type { Link } from '../../../../contracts/links';
import { csvOf } from '../../core/csv';
import type { Column } from '../../core/csv';

/** An export has no more rows than this. */
export const CSV_ROWS = 100_000;

/** The number of rows in one batch. */
export const CSV_BATCH = 500;

const COLUMNS: Column<Link>[] = [
  ['id', (link) => link.id],
  ['name', (link) => link.label],
  ['state', (link) => link.state],
  ['entry', (link) => link.entryTitle],
  ['content type', (link) => link.contentType],
  ['document id', (link) => link.documentId],
  ['locale', (link) => link.locale],
  ['shows', (link) => link.shows],
  ['starts at', (link) => link.startsAt],
  ['ends at', (link) => link.expiresAt],
  ['password', (link) => link.hasPassword],
  ['viewers allowed', (link) => link.maxViewers],
  ['views', (link) => link.viewCount],
  ['visitors', (link) => link.viewerCount],
  ['last viewed at', (link) => link.lastViewedAt],
  ['shared by', (link) => link.sharedBy.name],
  ['shared at', (link) => link.createdAt],
  ['deleted by', (link) => link.revokedBy?.name ?? null],
  ['deleted at', (link) => link.revokedAt],
];

export const linksCsv = (batches: AsyncIterable<Link[]>) => csvOf(COLUMNS, batches);
