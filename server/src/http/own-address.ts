import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import type { Settings } from '../../../contracts/settings';
import { siteAddresses } from '../settings/public-url';
import type { SiteAddress } from '../settings/public-url';
import { knownSettings, lastSettings } from '../settings/service';
import { decodeFully } from './decoded';

/** How a visitor reaches this site. */
interface OwnAddress {
  /** The path that the site is below, such as `/cms`; empty at the root of the host. */
  base: string;
  /** The hosts that forms may come from, besides the request's own. */
  hosts: string[];
  isHttps: boolean;
}

/**
 * Finds out at which of the configured addresses the visitor is. The request's Host header only
 * chooses among these, so nobody can make up a path.
 *
 * A proxy may pass the path on as it is. Then this removes the base path, so that all later code
 * and the routes see `/share/…`.
 */
export function findOwnAddress(strapi: Core.Strapi, isPublic: (path: string) => boolean) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const isPlain = isPublic(ctx.path);
    if (!isPlain && !mayBeBelow(ctx.path, isPublic)) return next();
    const settings = await knownSettings(strapi).catch(() => lastSettings(strapi));
    const all = siteAddresses(strapi, settings);
    const named = addressesAt(ctx, all);
    const addresses = named.length > 0 ? named : all;
    const kept = isPlain ? null : keptAddress(ctx.path, addresses, isPublic);
    if (!isPlain && !kept) return next();
    if (kept) ctx.path = kept.path;
    mergeSlashes(ctx);
    const address = kept?.address ?? addresses[0];
    ctx.state.shareLinksAddress = {
      base: address?.base ?? '',
      hosts: named.length > 0 ? [] : all.map(({ host }) => host),
      isHttps: isHttpsAt(ctx, named),
    } satisfies OwnAddress;
    return next();
  };
}

/** The router knows no doubled slashes, which come from addresses that are put together by hand. */
function mergeSlashes(ctx: Context): void {
  const path = ctx.path.replace(/\/{2,}/g, '/');
  if (path === ctx.path) return;
  ctx.path = path;
  ctx.state.shareLinksRespelled = true;
}

/** Marks the address that a browser was sent to instead. */
const RESPELLED = 'respelled';

/**
 * Returns true if the visitor's browser knows the page by another path than this code. It is sent
 * there once only: a proxy may double the slashes of every request.
 */
export function isRespelled(ctx: Context): boolean {
  return ctx.state.shareLinksRespelled === true && ctx.query[RESPELLED] === undefined;
}

/** The address to send such a browser to. */
export function respelled(ctx: Context, path: string): string {
  return isRespelled(ctx) ? `${path}?${RESPELLED}` : path;
}

/** The address of a path of this site, as the visitor's browser must ask for it. */
export function ownAddress(ctx: Context, path: string): string {
  return `${addressOf(ctx).base}${path}`;
}

/** Returns true if the visitor's connection is encrypted, also if that ends at a proxy. */
export function isHttps(ctx: Context): boolean {
  return addressOf(ctx).isHttps;
}

/** The same for a request to the panel's API, for which no address was found out. */
export function cameByHttps(
  strapi: Core.Strapi,
  settings: Pick<Settings, 'publicUrl'>,
  ctx: Context
): boolean {
  return isHttpsAt(ctx, addressesAt(ctx, siteAddresses(strapi, settings)));
}

/** Returns true for a host of this site: the request's, or a configured one that a proxy hides. */
export function isOwnHost(ctx: Context, host: string | null): boolean {
  return host !== null && (host === ctx.host || addressOf(ctx).hosts.includes(host));
}

function addressOf(ctx: Context): OwnAddress {
  const known = ctx.state.shareLinksAddress as OwnAddress | undefined;
  return known ?? { base: '', hosts: [], isHttps: ctx.secure };
}

/** Returns true if the rest of the path, from any of its slashes, is public. It reads no settings. */
function mayBeBelow(path: string, isPublic: (path: string) => boolean): boolean {
  const slashes = [...path.matchAll(/\//g)].slice(0, MAX_SEGMENTS);
  return slashes.some(({ index }) => isPublic(path.slice(index)));
}

/** More than any base path has, with double slashes. */
const MAX_SEGMENTS = 32;

interface Kept {
  address: SiteAddress;
  /** The path below the base. */
  path: string;
}

function keptAddress(
  path: string,
  addresses: SiteAddress[],
  isPublic: (path: string) => boolean
): Kept | null {
  for (const address of addresses) {
    const below = pathBelow(path, address.base);
    if (below !== null && isPublic(below)) return { address, path: below };
  }
  return null;
}

/** The rest of a path below a base. Slashes may be doubled, and characters encoded. */
function pathBelow(path: string, base: string): string | null {
  if (base === '') return null;
  const { text, at } = decodeFully(path);
  let end = 0;
  for (const word of decodeFully(base).text.split('/').slice(1)) {
    const start = afterSlashes(text, end);
    if (start === end || !text.startsWith(word, start)) return null;
    end = start + word.length;
    if (text[end] !== '/') return null;
  }
  // The router knows no doubled slashes.
  return path.slice(at(end)).replace(/^\/+/, '/');
}

function afterSlashes(text: string, from: number): number {
  let index = from;
  while (text[index] === '/') index += 1;
  return index;
}

/** The addresses with the request's host. Some proxies leave out the port. */
function addressesAt(ctx: Context, addresses: SiteAddress[]): SiteAddress[] {
  const exact = addresses.filter((address) => isHost(ctx, address));
  return exact.length > 0 ? exact : addresses.filter((it) => it.hostname === ctx.hostname);
}

function isHost(ctx: Context, { protocol, host }: SiteAddress): boolean {
  const given = `${protocol}//${ctx.host}`;
  return URL.canParse(given) && new URL(given).host === host;
}

function isHttpsAt(ctx: Context, named: SiteAddress[]): boolean {
  return ctx.secure || (isHttpsHost(ctx, named) && !isToldByProxy(ctx));
}

/** A proxy that ends the encryption need not say so: the address that the site has is enough. */
function isHttpsHost(ctx: Context, named: SiteAddress[]): boolean {
  const [address] = named;
  return address !== undefined && address.protocol === 'https:' && isHost(ctx, address);
}

function isToldByProxy(ctx: Context): boolean {
  return Boolean(ctx.app.proxy) && ctx.get('X-Forwarded-Proto') !== '';
}
