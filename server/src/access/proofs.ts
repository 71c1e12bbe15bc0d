import { createHash, createHmac, randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { dayOf } from '../core/dates';
import { isSameSignature, proofKey } from '../core/keys';
import type { LinkRow } from '../links/store/link-schema';

/** A link stays unlocked for this long at most. */
export const UNLOCK_SECONDS = 30 * 24 * 60 * 60;

/**
 * The proofs that a visitor's browser keeps. Each is signed with the app's key, is valid for one
 * link only, and contains neither the password nor anything made from it. An unlock proof is
 * signed together with the password's hash: a copy of the site may give the link another password. An unlock proof ends with
 * a stamp, which tells a real proof from a forged one before any look-up of its link.
 */
export function proofs(strapi: Core.Strapi) {
  const sign = (...parts: (string | number)[]): string =>
    createHmac('sha256', proofKey(strapi)).update(parts.join(':')).digest('base64url');

  const unlockSignature = (link: LinkRow, until: number) =>
    sign('unlock', link.documentId, link.passwordVersion, link.passwordHash ?? '', until);
  const stamp = (until: number, signature: string) => sign('stamp', until, signature).slice(0, 22);
  const viewerSignature = (link: LinkRow, viewer: string) =>
    sign('viewer', link.documentId, viewer);
  const placeSignature = (link: LinkRow, viewer: string) => sign('place', link.documentId, viewer);
  const daySignature = (link: LinkRow, viewer: string, day: string) =>
    sign('viewer day', link.documentId, viewer, day).slice(0, 22);
  const shownSignature = (link: LinkRow, { viewerId, day, at }: Showing, digest: string) =>
    sign('shown', link.documentId, link.tokenHash, viewerId, day, at, digest);

  return {
    /** Proof that the visitor gave the link's password. A new password makes it invalid. */
    unlock(link: LinkRow, now: Date): { proof: string; expiresAt: Date } {
      const until = Math.floor(now.getTime() / 1000) + UNLOCK_SECONDS;
      const signature = unlockSignature(link, until);
      return {
        proof: `${until}.${signature}.${stamp(until, signature)}`,
        expiresAt: new Date(until * 1000),
      };
    },

    isUnlocked(link: LinkRow, proof: string | null, now: Date): boolean {
      const { until, signature } = partsOf(proof);
      return (
        until * 1000 > now.getTime() && isSameSignature(signature, unlockSignature(link, until))
      );
    },

    /** Returns true if this site issued the unlock proof, for any of its links. */
    isStamped(proof: string | null, now: Date): boolean {
      const { until, signature, end } = partsOf(proof);
      return until * 1000 > now.getTime() && isSameSignature(end, stamp(until, signature));
    },

    /**
     * Proof that this link has admitted the visitor. It names the viewer by a random id that no
     * other link uses, and the day of the last opening. The first proof of a place is provisional:
     * it is good as long as the table of places knows it.
     */
    viewer(
      link: LinkRow,
      now: Date,
      id = newViewerId(),
      { isProvisional = false }: { isProvisional?: boolean } = {}
    ): string {
      const day = dayOf(now);
      const signature = (isProvisional ? placeSignature : viewerSignature)(link, id);
      return [id, signature, day, daySignature(link, id, day)].join('.');
    },

    /** Reads the viewer from a proof. Returns null if this link did not issue it. */
    readViewer(link: LinkRow, proof: string | null): KnownViewer | null {
      const [id = '', signature = '', day = '', ofDay = ''] = partsIn(proof, 4);
      if (id === '') return null;
      const isProvisional = isSameSignature(signature, placeSignature(link, id));
      if (!isProvisional && !isSameSignature(signature, viewerSignature(link, id))) return null;
      const lastDay = isSameSignature(ofDay, daySignature(link, id, day)) ? day : '';
      return { id, lastDay, ...(isProvisional ? { isProvisional } : {}) };
    },

    /** A name for the link that tells nothing about it. */
    placeName: (link: LinkRow): string => sign('place name', link.documentId).slice(0, 10),

    /**
     * A tag, fit for `ETag`, that names the content a link has shown to a viewer. It also proves
     * that this viewer has opened the link.
     */
    shown(link: LinkRow, showing: Showing, content: string): string {
      const digest = createHash('sha256').update(content).digest('base64url');
      return `${digest}.${shownSignature(link, showing, digest)}`;
    },

    /**
     * Returns true if the link has shown this page to that viewer on that day, even if the content
     * has changed since.
     */
    hasShown(link: LinkRow, showing: Showing, tag: string | null): boolean {
      const [digest = '', signature = ''] = (tag ?? '').split('.');
      return digest !== '' && isSameSignature(signature, shownSignature(link, showing, digest));
    },
  };
}

/** What a tag is valid for: one viewer, one day, one page, and the link's current token. */
export interface Showing {
  viewerId: string;
  /** `2026-05-31` */
  day: string;
  /** The page of the link, and its form: page or JSON. */
  at: string;
}

export interface KnownViewer {
  id: string;
  /** `2026-05-31`; empty if the proof has no day or its signature is wrong. */
  lastDay: string;
  /** The place may have passed to somebody else: see `placesOf`. */
  isProvisional?: true;
}

/** A random name for a new viewer. */
export function newViewerId(): string {
  return randomBytes(12).toString('base64url');
}

/** The seconds for which an unlock proof is still good. */
export function unlockedFor(proof: string | null, now: Date): number {
  return Math.max(0, partsOf(proof).until - Math.floor(now.getTime() / 1000));
}

/**
 * The parts of a proof. A text with anything else in it is no proof: what follows a valid one would
 * come back in a cookie.
 */
function partsIn(proof: string | null, most: number): string[] {
  const parts = (proof ?? '').split('.', most + 1);
  return parts.length <= most && parts.every((part) => /^[\w-]*$/.test(part)) ? parts : [];
}

function partsOf(proof: string | null): { until: number; signature: string; end: string } {
  const [until = '', signature = '', end = ''] = partsIn(proof, 3);
  return { until: /^\d{1,12}$/.test(until) ? Number(until) : 0, signature, end };
}
