import { isIPv4 } from 'node:net';

import type { Context } from 'koa';

import { ipAddressIn } from '../core/ip-address';

/**
 * The client that a request counts for: the IP address of the connection, or the one from a proxy
 * if Strapi's `server.proxy` trusts it. Nothing else from the request is used.
 */
export function clientOf(ctx: Context): string {
  return networkOf(ctx.request.ip) ?? networkOf(ctx.req.socket.remoteAddress ?? '') ?? 'local';
}

/**
 * The IPv4 address, or the /64 of an IPv6 address, because its owner has the whole /64. Returns
 * null if the text is not an IP address, such as nonsense in a trusted header.
 */
export function networkOf(given: string): string | null {
  const address = ipAddressIn(given);
  if (address === null || isIPv4(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address in any notation. */
function groupsOf(address: string): number[] {
  // A URL also turns a dotted form of the last two groups into hexadecimal.
  const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
  const [left = [], right = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => parseInt(group, 16));
}
