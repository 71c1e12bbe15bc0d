import type { Core } from '@strapi/strapi';

import { pluginConfig } from '../settings/service';

interface Line {
  message?: unknown;
}

/** A format of Strapi's logger (winston). */
interface Format {
  transform(line: Line, options?: unknown): Line | boolean;
}

/**
 * Cuts tokens out of everything the app logs. Strapi logs the address of each request, and whoever
 * reads the log must not be able to open what visitors opened.
 */
export function maskTokensInLogs(strapi: Core.Strapi): void {
  const mask = tokenMask(pluginConfig(strapi).prefix);
  const logger = strapi.log as unknown as { format: Format };
  const { format } = logger;
  logger.format = {
    ...format,
    transform(line, options) {
      if (typeof line.message === 'string') line.message = mask(line.message);
      return format.transform(line, options);
    },
  };
}

/**
 * `GET /share/rA5k_xY2…?password=…` with all of it whole → `GET /share/rA5k_x…?…`. A password in a
 * query opens nothing, but somebody may have put it there all the same.
 */
export function tokenMask(prefix: string): (text: string) => string {
  const roots = [prefix, '/share-links/public'].map((root) => root.replace(/[/-]/g, '\\$&'));
  const address = new RegExp(`((?:${roots.join('|')})\\/+[^\\/?#\\s]{6})[^\\/?#\\s]+`, 'gi');
  const query = new RegExp(`((?:${roots.join('|')})\\/[^?\\s]*\\?)[^\\s#]+`, 'gi');
  return (text) => text.replace(address, '$1…').replace(query, '$1…');
}
