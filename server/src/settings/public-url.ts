import type { Core } from '@strapi/strapi';

import type { Settings } from '../../../contracts/settings';
import { pluginConfig } from './service';

/**
 * The address of a link. Its host comes from the settings or from Strapi's own `server.url`, never
 * from a request: a forged Host header must not end up in what an editor copies.
 */
export function linkUrl(strapi: Core.Strapi, settings: Settings, token: string): string {
  const base = settings.publicUrl ?? strapi.config.get<string>('server.absoluteUrl');
  return `${base.replace(/\/+$/, '')}${pluginConfig(strapi).prefix}/${token}`;
}
