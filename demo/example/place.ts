import type { Place } from 'strapi-plugin-share-links/client';

/** Ids of entries are longer than codes of languages. */
const ID_LENGTH = 16;

/**
 * Which page of which link the address names: `#token`, `#token/fr`, `#token/childId` or
 * `#token/fr/childId`. What is behind the `#` stays in the browser: no server has it in its log.
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
