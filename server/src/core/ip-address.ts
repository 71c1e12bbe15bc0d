import { isIPv4, isIPv6 } from 'node:net';

/**
 * An address as the connection has it, out of what a proxy wrote: some add the port, and then
 * brackets or quotes. `203.0.113.9:51234` → `203.0.113.9`, `"[2001:db8::1]:443"` → `2001:db8::1`.
 * Null for what is no address.
 */
export function ipAddressIn(given: string): string | null {
  const text = given.trim().replace(/^"|"$/g, '');
  const [, inBrackets] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
  if (inBrackets !== undefined) return isIPv6(inBrackets) ? inBrackets : null;
  const [, beforePort = text] = /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  return isIPv4(beforePort) || isIPv6(beforePort) ? beforePort : null;
}
