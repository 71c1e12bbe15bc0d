import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import type { Core } from '@strapi/strapi';

import type { OpenedLink } from '../../access/opened-link';
import { derivedKey } from '../../core/keys';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/**
 * Encrypts the words of a search for an address: logs and browsers keep addresses, and what a
 * visitor looked for is private. The result is valid for this link only.
 */
export function encryptWords(
  strapi: Core.Strapi,
  link: Pick<OpenedLink, 'documentId'>,
  words: string
): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(strapi), iv).setAAD(nameOf(link));
  const sealed = [iv, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** Returns null if `encryptWords` did not make the text for this link. */
export function decryptWords(
  strapi: Core.Strapi,
  link: Pick<OpenedLink, 'documentId'>,
  sealed: unknown
): string | null {
  if (typeof sealed !== 'string') return null;
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, keyOf(strapi), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(nameOf(link)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const words = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([words, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const keyOf = (strapi: Core.Strapi) => derivedKey(strapi, 'search words');
const nameOf = ({ documentId }: Pick<OpenedLink, 'documentId'>) =>
  Buffer.from(`link ${documentId}`);
