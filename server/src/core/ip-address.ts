import { isIPv4, isIPv6 } from 'node:net';

/**
 * Reads an IP address from a proxy's header. Some proxies add the port, brackets or quotes:
 * `203.0.113.9:51234` → `203.0.113.9`, `"[2001:db8::1]:443"` → `2001:db8::1`. Returns null if the
 * text is not an IP address.
 */
export function ipAddressIn(given: string): string | null {
  const text = given.trim().replace(/^"|"$/g, '');
  const [, inBrackets] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
  if (inBrackets !== undefined) return isIPv6(inBrackets) ? inBrackets : null;
  const [, beforePort = text] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  return isIPv4(beforePort) || isIPv6(beforePort) ? beforePort : null;
}
