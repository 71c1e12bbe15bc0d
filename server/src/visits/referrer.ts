/** The maximum length of a host name. */
const MAX_LENGTH = 253;
/** DNS names and IPv6 addresses. A URL can contain stranger hosts. */
const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/;

/**
 * The host of the page that a visitor came from. Its path is not stored, because it may be private.
 * Returns null if the host is one of ours.
 */
export function referringHost(referer: string, ownHosts: string[]): string | null {
  if (!URL.canParse(referer)) return null;
  const { protocol, hostname, host } = new URL(referer);
  if (!/^https?:$/.test(protocol) || hostname.length > MAX_LENGTH) return null;
  return HOST.test(hostname) && !ownHosts.includes(host) ? hostname : null;
}
