import type { Core } from '@strapi/strapi';

import { dayOf } from '../core/dates';
import { linkRows } from '../links/store/link-rows';
import { rowOf } from './opened-link';
import type { OpenedLink } from './opened-link';
import { proofs } from './proofs';
import type { Visitor } from './visitor';

export type Admission =
  | { admitted: false }
  | {
      admitted: true;
      viewerProof: string | null;
      /** True if the visitor has just taken a place of a link that limits its viewers. */
      tookPlace: boolean;
    };

/**
 * Admits a visitor. A link that limits its viewers admits new ones only while it has places left.
 * Robots get no viewer proof.
 */
export async function admit(
  strapi: Core.Strapi,
  { link: opened, visitor }: { link: OpenedLink; visitor: Visitor }
): Promise<Admission> {
  const link = rowOf(opened);
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
  if (!(await linkRows(strapi).takePlace(link.id))) return { admitted: false };
  return { admitted: true, viewerProof: viewer(link, now), tookPlace: true };
}
