import { hkdfSync, timingSafeEqual } from 'node:crypto';

import type { Core } from '@strapi/strapi';

/** The key that signs the proofs of visitors; see `derivedKey`. */
export function proofKey(strapi: Core.Strapi): Buffer {
  return derivedKey(strapi, 'visitor proofs');
}

/**
 * Derives a key for one purpose from the app's own keys.
 *
 * @throws Error if the app has no keys: with a fixed key, anybody could forge proofs
 */
export function derivedKey(strapi: Core.Strapi, purpose: string): Buffer {
  const keys = strapi.config.get<string[]>('server.app.keys') ?? [];
  if (keys.length === 0 || keys.some((key) => !key)) {
    throw new Error('Share Links needs app.keys in config/server to sign what visitors unlock');
  }
  return Buffer.from(hkdfSync('sha256', keys.join(), 'share-links', purpose, 32));
}

/** Compares signatures; the time it takes says nothing about where they differ. */
export function isSameSignature(given: string | Buffer, expected: string | Buffer): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
