import { isIPv4 } from 'node:net';

import type { Context } from 'koa';

import { ipAddressIn } from '../core/ip-address';

/**
 * Who a request is counted under. The address is the connection's own, or a proxy's word for it
 * where Strapi's `server.proxy` trusts proxies; nothing else that the caller sends is looked at.
 */
export function clientOf(ctx: Context): string {
  return networkOf(ctx.request.ip) ?? networkOf(ctx.req.socket.remoteAddress ?? '') ?? 'local';
}

/**
 * The IPv4 address, or the /64 of an IPv6 one: whoever has one address of a /64 has them all.
 * Null for what is no address, such as nonsense in a header that is trusted.
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

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  // A URL writes the dotted form of the last two groups as hexadecimal, too.
  const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
  const [left = [], right = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => parseInt(group, 16));
}
