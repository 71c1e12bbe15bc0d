import type { Comment } from '../../../contracts/comments';
import { csvOf } from '../core/csv';
import type { Column } from '../core/csv';

const COLUMNS: Column<Comment>[] = [
  ['id', ({ id }) => id],
  ['thread', ({ id, parent }) => parent ?? id],
  ['time', ({ createdAt }) => createdAt],
  ['author', ({ author }) => author.name],
  ['kind', ({ author }) => author.kind],
  ['field', ({ path }) => path],
  ['quote', ({ quote }) => quote?.exact ?? null],
  ['place', ({ quote, place }) => (quote ? place : null)],
  ['text', ({ text }) => text],
  ['edited', ({ editedAt }) => editedAt],
  ['resolved', ({ resolvedAt }) => resolvedAt],
];

/** A discussion as CSV, one comment a row. */
export const discussionCsv = (batches: AsyncIterable<Comment[]>) => csvOf(COLUMNS, batches);
