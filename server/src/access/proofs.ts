import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import { dayOf } from '../core/dates';
import { proofKey } from '../core/keys';
import type { LinkRow } from '../links/store/link-schema';

/** The longest that an unlocked link stays unlocked. */
export const UNLOCK_SECONDS = 30 * 24 * 60 * 60;

/**
 * What a visitor's browser keeps: proofs that mean nothing without the app's key, are good for one
 * link only, and hold neither the password nor anything made from it. An unlock proof ends with a
 * stamp, which tells a real one from a made-up one before its link is looked up.
 */
export function proofs(strapi: Core.Strapi) {
  const sign = (...parts: (string | number)[]): string =>
    createHmac('sha256', proofKey(strapi)).update(parts.join(':')).digest('base64url');

  const unlockSignature = (link: LinkRow, until: number) =>
    sign('unlock', link.id, link.passwordVersion, until);
  const stamp = (until: number, signature: string) => sign('stamp', until, signature).slice(0, 22);
  const viewerSignature = (link: LinkRow, viewer: string) => sign('viewer', link.id, viewer);
  const daySignature = (link: LinkRow, viewer: string, day: string) =>
    sign('viewer day', link.id, viewer, day).slice(0, 22);
  const shownSignature = (link: LinkRow, { viewerId, day, at }: Showing, digest: string) =>
    sign('shown', link.id, link.tokenHash, viewerId, day, at, digest);

  return {
    /** Proof that the link's password was given; void as soon as the password is changed. */
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
      return until * 1000 > now.getTime() && isSame(signature, unlockSignature(link, until));
    },

    /** Whether an unlock proof is one of ours at all, for whichever link it may be. */
    isStamped(proof: string | null, now: Date): boolean {
      const { until, signature, end } = partsOf(proof);
      return until * 1000 > now.getTime() && isSame(end, stamp(until, signature));
    },

    /**
     * Proof of having been let in by this link before, under a random name that no other link
     * knows. The day of the last opening is told with it.
     */
    viewer(link: LinkRow, now: Date, viewer = randomBytes(12).toString('base64url')): string {
      const day = dayOf(now);
      return [viewer, viewerSignature(link, viewer), day, daySignature(link, viewer, day)].join(
        '.'
      );
    },

    /** What a proof says of its owner; null for one that this link has not given. */
    readViewer(link: LinkRow, proof: string | null): KnownViewer | null {
      const [id = '', signature = '', day = '', ofDay = ''] = (proof ?? '').split('.');
      if (id === '' || !isSame(signature, viewerSignature(link, id))) return null;
      return { id, lastDay: isSame(ofDay, daySignature(link, id, day)) ? day : '' };
    },

    /** Names what a link has shown to a viewer, and so proves that they opened it; good as an `ETag`. */
    shown(link: LinkRow, showing: Showing, content: string): string {
      const digest = createHash('sha256').update(content).digest('base64url');
      return `${digest}.${shownSignature(link, showing, digest)}`;
    },

    /** Whether the link has shown this to that viewer on that day, be it as it is now or not. */
    hasShown(link: LinkRow, showing: Showing, tag: string | null): boolean {
      const [digest = '', signature = ''] = (tag ?? '').split('.');
      return digest !== '' && isSame(signature, shownSignature(link, showing, digest));
    },
  };
}

/** What a tag is good for: it says nothing of other viewers, days and pages, nor of a new token. */
export interface Showing {
  viewerId: string;
  /** `2026-05-31` */
  day: string;
  /** Which of the link's pages, and in which form. */
  at: string;
}

export interface KnownViewer {
  id: string;
  /** `2026-05-31`; empty where their proof does not say, or not in words of ours. */
  lastDay: string;
}

function partsOf(proof: string | null): { until: number; signature: string; end: string } {
  const [until = '', signature = '', end = ''] = (proof ?? '').split('.');
  return { until: /^\d{1,12}$/.test(until) ? Number(until) : 0, signature, end };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
