import { createHmac } from 'node:crypto';
import { isIPv4 } from 'node:net';

import type { AddressMode } from '../../../contracts/settings';
import { ipAddressIn } from '../core/ip-address';

export interface AddressFacts {
  ip: string;
  linkDocumentId: string;
  /** `2026-05-31` */
  day: string;
}

/**
 * The part of a visitor's IP address that is stored. The hash differs for each day and link, so it
 * can't track anybody across them.
 */
export function keptAddress(mode: AddressMode, facts: AddressFacts, key: Buffer): string | null {
  const ip = plainAddress(facts.ip);
  if (ip === null || mode === 'off') return null;
  if (mode === 'full') return ip;
  if (mode === 'truncated') return networkOf(ip);
  const hash = createHmac('sha256', key).update([facts.day, facts.linkDocumentId, ip].join(' '));
  return hash.digest('base64url').slice(0, 16);
}

/** `::ffff:203.0.113.9` → `203.0.113.9`. Returns null if the text is not an IP address. */
export function plainAddress(given: string): string | null {
  const ip = ipAddressIn(given)?.replace(/%.*$/, '').toLowerCase() ?? null;
  return (ip && /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(ip)?.[1]) ?? ip;
}

/** `203.0.113.9` → `203.0.113.0/24`, `2001:db8:1:2::9` → `2001:db8:1::/48` */
function networkOf(ip: string): string {
  if (isIPv4(ip)) return `${ip.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail] = ip.split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const [before, after] = [groups(head), groups(tail ?? '')];
  // An IPv4 part at the end counts as two groups.
  const length = [...before, ...after].reduce((sum, group) => sum + (isIPv4(group) ? 2 : 1), 0);
  const zeros = tail === undefined ? [] : Array<string>(8 - length).fill('0');
  const network = [...before, ...zeros, ...after].slice(0, 3).map((group) => parseInt(group, 16));
  while (network.at(-1) === 0) network.pop();
  return `${network.map((group) => group.toString(16)).join(':')}::/48`;
}
