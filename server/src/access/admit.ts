import type { Core } from '@strapi/strapi';

import { dayOf } from '../core/dates';
import { linkRows } from '../links/store/link-rows';
import type { LinkRow } from '../links/store/link-schema';
import { placesOf } from '../links/store/places';
import { rowOf } from './opened-link';
import type { OpenedLink } from './opened-link';
import { newViewerId, proofs } from './proofs';
import type { Visitor } from './visitor';

export type Admission =
  | { admitted: false }
  | {
      admitted: true;
      viewerProof: string | null;
      /** True if the visitor has just taken a place of a link that limits its viewers. */
      tookPlace: boolean;
      /** True if the place may still pass on, until the visitor's browser comes back. */
      isProvisional: boolean;
    };

/**
 * Admits a visitor. A link that limits its viewers admits new ones only while it has places left, or
 * if one that nobody came back to passes on. Robots get no viewer proof.
 */
export async function admit(
  strapi: Core.Strapi,
  {
    link: opened,
    visitor,
    asksBack = false,
  }: {
    link: OpenedLink;
    visitor: Visitor;
    /** Whether the answer makes the browser come back, which keeps the place. */
    asksBack?: boolean;
  }
): Promise<Admission> {
  const link = rowOf(opened);
  const now = new Date();
  const { readViewer, viewer } = proofs(strapi);
  const known = readViewer(link, visitor.viewerProof);
  if (known) {
    // `resolve` has confirmed the place, so from now on the proof needs no look-up.
    const isConfirmed = known.isProvisional === true && link.maxViewers !== null;
    const isProvisional = known.isProvisional === true && !isConfirmed;
    const isDue = isConfirmed || known.lastDay !== dayOf(now);
    const viewerProof = isDue ? viewer(link, now, known.id, { isProvisional }) : null;
    return { admitted: true, viewerProof, tookPlace: false, isProvisional: false };
  }
  if (link.maxViewers === null) {
    const viewerProof = visitor.isRobot ? null : viewer(link, now);
    return { admitted: true, viewerProof, tookPlace: false, isProvisional: false };
  }
  return takePlace(strapi, link, visitor, asksBack, now);
}

async function takePlace(
  strapi: Core.Strapi,
  link: LinkRow,
  { client, isOnPage, isPerson, isEntering }: Visitor,
  asksBack: boolean,
  now: Date
): Promise<Admission> {
  const id = newViewerId();
  const newcomer = { linkDocumentId: link.documentId, viewer: id, client };
  // Whoever has given a password or pressed a button is a person, and programs keep what they get.
  const isByHand = isEntering || link.passwordHash !== null;
  const isProvisional = asksBack && isOnPage === true && !isByHand;
  if (await linkRows(strapi).takePlace(link.id)) {
    if (isProvisional) await placesOf(strapi).take(newcomer, now);
  } else if (!isPerson || !(await placesOf(strapi).takeOver(newcomer, !isProvisional, now))) {
    return { admitted: false };
  }
  const viewerProof = proofs(strapi).viewer(link, now, id, { isProvisional });
  return { admitted: true, viewerProof, tookPlace: true, isProvisional };
}
