import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../../contracts/settings';
import type { Source } from '../../content/open-content';
import { takeSnapshot } from '../../content/snapshot';
import type { Snapshot } from '../../content/snapshot';
import { refuse } from '../../core/errors';
import { pathsAsChosen } from './shapes';
import { linkRows } from '../store/link-rows';
import type { LinkRow } from '../store/link-schema';
import { snapshotRows } from '../store/snapshot-rows';

type Frozen = Pick<LinkRow, 'contentType' | 'entryDocumentId' | 'entryLocale' | 'fields'>;

/**
 * Takes a snapshot of the saved entry, for a link to keep.
 *
 * @throws Refused `not-found` if the entry is gone
 */
export async function snapshotContent(
  strapi: Core.Strapi,
  settings: Settings,
  link: Frozen
): Promise<Snapshot> {
  const snapshot = await takeSnapshot(strapi, settings, {
    contentType: link.contentType,
    documentId: link.entryDocumentId,
    locale: link.entryLocale,
    shows: 'draft',
    fields: link.fields,
  });
  return snapshot ?? refuse('not-found', 'There is no such entry any more');
}

/** What a link opens. A snapshot is only read when it is shown to an admitted visitor. */
export function sourceOf(strapi: Core.Strapi, link: LinkRow): Source {
  const { fields, childFields } = pathsAsChosen(strapi, link);
  return {
    contentType: link.contentType,
    entryDocumentId: link.entryDocumentId,
    entryLocale: link.entryLocale,
    extraLocales: link.extraLocales,
    shows: link.shows,
    fields,
    includeChildren: link.includeChildren,
    childFields,
    snapshot: () => snapshotOf(strapi, link),
  };
}

/** An editor may have replaced the snapshot since the row was read. */
async function snapshotOf(strapi: Core.Strapi, link: LinkRow): Promise<unknown> {
  const { contentOf } = snapshotRows(strapi);
  const found = link.snapshotKey && (await contentOf(link.snapshotKey));
  if (found || !link.snapshotKey) return found;
  const now = await linkRows(strapi).byId(link.id);
  return now?.snapshotKey ? contentOf(now.snapshotKey) : null;
}
