/** What a host name holds at most. */
const MAX_LENGTH = 253;
/** Names as they stand in the DNS, and IPv6 addresses: a URL may hold stranger ones. */
const HOST = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/;

/**
 * The host of the page that a visitor came from. Its path is not kept, it may hold what is nobody's
 * business; null when it is one of ours.
 */
export function referringHost(referer: string, ownHosts: string[]): string | null {
  if (!URL.canParse(referer)) return null;
  const { protocol, hostname, host } = new URL(referer);
  if (!/^https?:$/.test(protocol) || hostname.length > MAX_LENGTH) return null;
  return HOST.test(hostname) && !ownHosts.includes(host) ? hostname : null;
}
