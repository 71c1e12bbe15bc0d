import type { Core } from '@strapi/strapi';

import type { LinkRow } from '../links/schema';
import { LINK_UID } from '../links/store';
import { proofs } from './proofs';
import type { Visitor } from './visitor';

export type Admission = { admitted: false } | { admitted: true; viewerProof: string | null };

/**
 * Lets a visitor in who is not yet one of the link's viewers, if there is room. One conditional
 * update decides, so that of many who come at once no more get in than the limit says.
 */
export async function admit(
  strapi: Core.Strapi,
  link: LinkRow,
  visitor: Visitor
): Promise<Admission> {
  const { isViewer, viewer } = proofs(strapi);
  if (link.maxViewers === null || isViewer(link, visitor.viewerProof)) {
    return { admitted: true, viewerProof: null };
  }
  const db = strapi.db.connection;
  const { tableName } = strapi.db.metadata.get(LINK_UID);
  const changed: number = await db(tableName)
    .where({ id: link.id })
    .andWhere('viewer_count', '<', db.ref('max_viewers'))
    // Before the count: MySQL sees what the same statement has already changed.
    .update({
      is_full: db.raw('?? + 1 >= ??', ['viewer_count', 'max_viewers']),
      viewer_count: db.raw('?? + 1', ['viewer_count']),
    });
  return changed === 1 ? { admitted: true, viewerProof: viewer(link) } : { admitted: false };
}
