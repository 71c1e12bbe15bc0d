/** Attributes of HTML that make a browser send a request or leave the page. */
const ATTRIBUTE = /\s(?:href|src|srcset|action|formaction|poster|data)="([^"]*)"/g;

/** Addresses that name their host, or that stay on the page or in the mail program. */
const ELSEWHERE = /^(?:https?:|mailto:|tel:|data:|#)/;

/** All addresses in HTML that belong to this site. */
export function addressesInHtml(html: string): string[] {
  return [...html.matchAll(ATTRIBUTE)]
    .flatMap(([, value = '']) => value.split(/,\s+/).map((part) => part.trim().split(' ')[0] ?? ''))
    .filter((address) => !ELSEWHERE.test(address));
}

/** All addresses in JSON that belong to this site, also those in its HTML texts. */
export function addressesInJson(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesInJson);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).flatMap(addressesInJson);
  }
  if (typeof value !== 'string') return [];
  return /^(?:\/|files\/\d)/.test(value) ? [value] : addressesInHtml(value);
}
