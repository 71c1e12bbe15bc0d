import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { pluginConfig } from './service';

/**
 * The address of a link. Its host comes from the settings or from Strapi's own `server.url`, never
 * from a request: a forged Host header must not end up in what an editor copies.
 */
export function linkUrl(strapi: Core.Strapi, settings: Settings, token: string): string {
  const base = settings.publicUrl ?? ownUrl(strapi);
  return `${base.replace(/\/+$/, '')}${pluginConfig(strapi).prefix}/${token}`;
}

/** A server that listens on every address is reached at none called `0.0.0.0`. */
function ownUrl(strapi: Core.Strapi): string {
  const url = strapi.config.get<string>('server.absoluteUrl');
  return url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//localhost');
}
