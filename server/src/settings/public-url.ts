import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { pluginConfig } from './service';

/**
 * The address of a link, by its token or its slug. The host comes from the settings or from
 * Strapi's own `server.url`, never from a request: a forged Host header must not end up in what an
 * editor copies.
 */
export function linkUrl(strapi: Core.Strapi, settings: Settings, address: string): string {
  if (settings.frontendUrl) return settings.frontendUrl.replaceAll('{token}', address);
  const base = settings.publicUrl ?? ownUrl(strapi);
  return `${base.replace(/\/+$/, '')}${pluginConfig(strapi).prefix}/${address}`;
}

/** A server that listens on every address is reached at none called `0.0.0.0`. */
function ownUrl(strapi: Core.Strapi): string {
  const url = strapi.config.get<string>('server.absoluteUrl');
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//localhost');
}
