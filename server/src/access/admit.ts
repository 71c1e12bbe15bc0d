import type { Core } from '@strapi/strapi';

import type { LinkRow } from '../links/store/link-schema';
import { LINK_UID } from '../links/store/link-rows';
import { dayOf, proofs } from './proofs';
import type { Visitor } from './visitor';

export type Admission =
  | { admitted: false }
  | {
      admitted: true;
      viewerProof: string | null;
      /** Of a link that limits its viewers, the visitor has taken one of the places just now. */
      tookPlace: boolean;
    };

/**
 * Lets a visitor in. Of a link that limits its viewers, those who are new need room: one
 * conditional update decides, so that of many who come at once no more get in than the limit says.
 * Robots are given nothing to be known by.
 */
export async function admit(
  strapi: Core.Strapi,
  link: LinkRow,
  visitor: Visitor
): Promise<Admission> {
  const now = new Date();
  const { readViewer, viewer } = proofs(strapi);
  const known = readViewer(link, visitor.viewerProof);
  if (known) {
    const isNewDay = known.lastDay !== dayOf(now);
    const viewerProof = isNewDay ? viewer(link, now, known.id) : null;
    return { admitted: true, viewerProof, tookPlace: false };
  }
  if (link.maxViewers === null) {
    const viewerProof = visitor.isRobot ? null : viewer(link, now);
    return { admitted: true, viewerProof, tookPlace: false };
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
  if (changed !== 1) return { admitted: false };
  return { admitted: true, viewerProof: viewer(link, now), tookPlace: true };
}
