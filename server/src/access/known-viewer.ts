import type { Core } from '@strapi/strapi';

import type { LinkRow } from '../links/store/link-schema';
import { placesOf } from '../links/store/places';
import { proofs } from './proofs';
import type { KnownViewer } from './proofs';
import type { Visitor } from './visitor';

/**
 * The viewer that a visitor's proofs name, if the link still knows it. From then on `viewerProof` is
 * the proof that counts, or null: what comes later sees a stranger in somebody whose place has
 * passed on.
 */
export async function knownViewer(
  strapi: Core.Strapi,
  link: LinkRow,
  visitor: Visitor
): Promise<KnownViewer | null> {
  const { readViewer } = proofs(strapi);
  const given = [visitor.viewerProof, ...(visitor.placeProofs ?? [])];
  const proof = given.find((one) => readViewer(link, one) !== null) ?? null;
  const viewer = readViewer(link, proof);
  if (!viewer) return null;
  const isHeld =
    !viewer.isProvisional ||
    link.maxViewers === null ||
    (await placesOf(strapi).confirm(link.documentId, viewer.id));
  visitor.viewerProof = isHeld ? proof : null;
  visitor.placeProofs = [];
  return isHeld ? viewer : null;
}
