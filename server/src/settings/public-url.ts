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

/** A server that listens on all addresses can't be reached as `0.0.0.0`. */
function reachable(url: string): string {
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//localhost');
}
