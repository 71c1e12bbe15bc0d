import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { LinkRow } from '../links/schema';

/** The longest that an unlocked link stays unlocked. */
export const UNLOCK_SECONDS = 30 * 24 * 60 * 60;

/**
 * What a visitor's browser keeps: proofs that mean nothing without the app's key, are good for one
 * link only, and hold neither the password nor anything made from it.
 */
export function proofs(strapi: Core.Strapi) {
  const sign = (...parts: (string | number)[]): string =>
    createHmac('sha256', proofKey(strapi)).update(parts.join(':')).digest('base64url');

  const unlockSignature = (link: LinkRow, until: number) =>
    sign('unlock', link.id, link.passwordVersion, until);
  const viewerSignature = (link: LinkRow, viewer: string) => sign('viewer', link.id, viewer);

  return {
    /** Proof that the link's password was given; void as soon as the password is changed. */
    unlock(link: LinkRow, now: Date): { proof: string; expiresAt: Date } {
      const until = Math.floor(now.getTime() / 1000) + UNLOCK_SECONDS;
      return {
        proof: `${until}.${unlockSignature(link, until)}`,
        expiresAt: new Date(until * 1000),
      };
    },

    isUnlocked(link: LinkRow, proof: string | null, now: Date): boolean {
      const [until = '', signature = ''] = (proof ?? '').split('.');
      if (!/^\d{1,12}$/.test(until) || Number(until) * 1000 <= now.getTime()) return false;
      return isSame(signature, unlockSignature(link, Number(until)));
    },

    /** Proof of being one of the viewers that the link's limit has let in. */
    viewer(link: LinkRow): string {
      const viewer = randomBytes(12).toString('base64url');
      return `${viewer}.${viewerSignature(link, viewer)}`;
    },

    isViewer(link: LinkRow, proof: string | null): boolean {
      const [viewer = '', signature = ''] = (proof ?? '').split('.');
      return viewer !== '' && isSame(signature, viewerSignature(link, viewer));
    },
  };
}

/** @throws Error when the app has no keys to derive one from: a fixed one could be forged */
export function proofKey(strapi: Core.Strapi): Buffer {
  const keys = strapi.config.get<string[]>('server.app.keys') ?? [];
  if (keys.length === 0 || keys.some((key) => !key)) {
    throw new Error('Share Links needs app.keys in config/server to sign what visitors unlock');
  }
  return Buffer.from(hkdfSync('sha256', keys.join(), 'share-links', 'visitor proofs', 32));
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
