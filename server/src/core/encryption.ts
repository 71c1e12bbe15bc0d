import type { Core } from '@strapi/strapi';

interface Encryption {
  encrypt(text: string): string | null;
  decrypt(cipher: string): string | null;
}

/** Returns true if the app has the key that makes secrets readable again. */
export function canEncrypt(strapi: Core.Strapi): boolean {
  return Boolean(strapi.config.get('admin.secrets.encryptionKey'));
}

/** Encrypts with the app's own key. Returns null without a key. */
export function encrypt(strapi: Core.Strapi, text: string): string | null {
  return canEncrypt(strapi) ? encryption(strapi).encrypt(text) : null;
}

/** Returns null if there is nothing to decrypt, or if the key has changed. */
export function decrypt(strapi: Core.Strapi, cipher: string | null): string | null {
  if (!cipher || !canEncrypt(strapi)) return null;
  try {
    return encryption(strapi).decrypt(cipher);
  } catch {
    return null;
  }
}

function encryption(strapi: Core.Strapi): Encryption {
  return strapi.service('admin::encryption') as unknown as Encryption;
}
