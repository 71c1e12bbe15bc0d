/** Longer than any real address, even a signed one. */
const MAX_LENGTH = 8192;

const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Returns a safe address for a link, or null if an editor's address must not become one.
 *
 * Browsers tolerate a lot in an address (`java\nscript:`, `/\host`, `https:host`). So every
 * absolute address is parsed and written again, and an odd one is refused instead of repaired. An
 * address with a user name is refused too: `https://bank.example@evil.example` looks like the first
 * host and opens the second.
 */
export function safeLinkUrl(value: string): string | null {
  const address = tidy(value);
  if (address === null) return null;
  if (address.startsWith('#')) return address;
  if (address.startsWith('/')) return siteRelative(address);
  return absolute(address, ['http:', 'https:', 'mailto:', 'tel:']);
}

/**
 * Returns a safe address for an image, video or sound: on this site or on the web, never inline.
 * Returns null for any other.
 */
export function safeImageUrl(value: string): string | null {
  const address = tidy(value);
  if (address === null) return null;
  if (address.startsWith('/')) return siteRelative(address);
  return absolute(address, ['http:', 'https:']);
}

function tidy(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return null;
  const address = value.trim();
  return address === '' || CONTROL_CHARACTERS.test(address) ? null : address;
}

/** A browser reads `\` as `/`, so `/\host` leaves the site like `//host`. */
function siteRelative(address: string): string | null {
  return address.startsWith('//') || address.includes('\\') ? null : address;
}

function absolute(address: string, protocols: string[]): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (!protocols.includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
