import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { pluginConfig } from './service';

/**
 * The address of a link, by its token or slug. The host comes from the settings or Strapi's own
 * `server.url`, never from a request: editors must not copy a forged Host header.
 */
export function linkUrl(strapi: Core.Strapi, settings: Settings, address: string): string {
  if (settings.frontendUrl) return settings.frontendUrl.replaceAll('{token}', address);
  return `${siteUrl(strapi, settings)}${pluginConfig(strapi).prefix}/${address}`;
}

/** Where visitors reach this Strapi, without a slash at the end. */
export function siteUrl(strapi: Core.Strapi, { publicUrl }: Pick<Settings, 'publicUrl'>): string {
  const base = publicUrl ?? reachable(strapi.config.get<string>('server.absoluteUrl'));
  return base.replace(/\/+$/, '');
}

/** An address in the panel. Strapi sets its host from its own configuration, at the start. */
export function panelUrl(strapi: Core.Strapi, path: string): string {
  const base = reachable(strapi.config.get<string>('admin.absoluteUrl'));
  return `${base.replace(/\/+$/, '')}${path}`;
}

/** A configured address of this Strapi. */
export interface SiteAddress {
  /** `https:` */
  protocol: string;
  /** The host name, with its port if that is not the protocol's own. */
  host: string;
  hostname: string;
  origin: string;
  /** The path that everything is below, such as `/cms`; empty at the root of the host. */
  base: string;
}

/** The addresses at which people reach this Strapi, the one for visitors first. */
export function siteAddresses(
  strapi: Pick<Core.Strapi, 'config'>,
  { publicUrl }: Pick<Settings, 'publicUrl'>
): SiteAddress[] {
  const addresses = [publicUrl, strapi.config.get<string | undefined>('server.absoluteUrl')];
  return addresses.flatMap((address) => {
    if (!address || !URL.canParse(address)) return [];
    const { protocol, host, hostname, origin, pathname } = new URL(address);
    // An address that begins with two slashes would lead to another host.
    const base = pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
    return [{ protocol, host, hostname, origin, base }];
  });
}

/** A server that listens on all addresses can't be reached as `0.0.0.0`. */
function reachable(url: string): string {
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//localhost');
}
