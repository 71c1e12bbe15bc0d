/** A link may name this many sites that show it in a frame. */
export const FRAME_ORIGINS_MAX = 10;

/** Longer than the longest host name with scheme and port. */
const ORIGIN_MAX_LENGTH = 300;

/** Host names and IPv4 addresses. A Content-Security-Policy knows no other hosts. */
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/;

/**
 * Returns the origin of a site in the form that a Content-Security-Policy uses, such as
 * `https://intranet.example.com`, `https://*.example.com` or `http://localhost:3000`. Returns null
 * if the text is no such origin. Anybody on the way could change a page that comes over `http`, so
 * that is only for this machine.
 */
export function frameOrigin(text: string): string | null {
  const [, scheme = '', wildcard = '', rest = ''] =
    /^(https?:\/\/)(\*\.)?([^\s*@?#\\;,'"]+)$/i.exec(text.trim()) ?? [];
  const address = `${scheme}${rest}`;
  if (rest === '' || text.length > ORIGIN_MAX_LENGTH || !URL.canParse(address)) return null;
  const { protocol, hostname, host, pathname } = new URL(address);
  if (pathname !== '/' || !HOST.test(host)) return null;
  if (protocol === 'http:' && (hostname !== 'localhost' || wildcard)) return null;
  // Such as `*.com`, or the hosts below an IP address.
  if (wildcard && !/\.[a-z][a-z0-9-]*$/.test(hostname)) return null;
  return `${protocol}//${wildcard}${host}`;
}
