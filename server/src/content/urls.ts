/**
 * Longer than any real address, signed ones included; a megabyte of address is an attack or a
 * mistake.
 */
const MAX_LENGTH = 8192;

const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Decides whether an address written by an editor may become a link.
 *
 * Browsers forgive a lot when they read an address (`java\nscript:`, `/\host`, `https:host`), so
 * everything absolute is parsed and written out again, and everything odd is refused instead of
 * repaired. An address with a user name in it is refused as well:
 * `https://bank.example@evil.example` reads as the former and opens the latter.
 */
export function safeLinkUrl(value: string): string | null {
  const address = tidy(value);
  if (address === null) return null;
  if (address.startsWith('#')) return address;
  if (address.startsWith('/')) return siteRelative(address);
  return absolute(address, ['http:', 'https:', 'mailto:', 'tel:']);
}

/**
 * Decides whether an address may be loaded as an image, video or sound: this site or the web,
 * nothing inline.
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

/** A browser reads `\` as `/`, so `/\host` leaves the site just as `//host` does. */
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
