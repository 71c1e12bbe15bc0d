/** What a host name holds at most. */
const MAX_LENGTH = 253;

/**
 * The host of the page that a visitor came from. Its path is not kept, it may hold what is nobody's
 * business; null when it is one of ours.
 */
export function referringHost(referer: string, ownHosts: string[]): string | null {
  if (!URL.canParse(referer)) return null;
  const { protocol, hostname, host } = new URL(referer);
  if (!/^https?:$/.test(protocol) || hostname.length > MAX_LENGTH) return null;
  return ownHosts.includes(host) ? null : hostname || null;
}
