import type { Place } from 'strapi-plugin-share-links-client';

/** Ids of entries are longer than language codes. */
const ID_LENGTH = 16;

/**
 * The link and the page in the address: `#token`, `#token/fr`, `#token/childId` or
 * `#token/fr/childId`. The part after `#` stays in the browser, so no server logs it.
 */
export function placeInAddress(): { token: string; place: Place } {
  const [token = '', ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  return {
    token,
    place: {
      locale: rest.find((part) => part.length < ID_LENGTH) ?? null,
      childId: rest.find((part) => part.length >= ID_LENGTH) ?? null,
    },
  };
}

export function addressOf(token: string, { locale, childId }: Place): string {
  return `#${[token, locale, childId].filter(Boolean).join('/')}`;
}
