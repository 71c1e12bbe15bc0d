import type { Core } from '@strapi/strapi';

import type { FileHosts } from '../../page/file-hosts';

interface SecurityEntry {
  name?: string;
  config?: { contentSecurityPolicy?: { directives?: Record<string, unknown> } | boolean };
}

/** A host with or without scheme, port and path, or `https:` for all hosts. */
const SOURCE =
  /^(?:(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[\d*]+)?(?:\/[\w./~-]*)?|https:)$/i;
/** Hosts that Strapi itself allows for its admin panel. */
const STRAPIS_OWN = /(?:^|[./])strapi\.io(?:\/|$)/i;
/**
 * The hosts that the site names in `strapi::security`, where Strapi expects the hosts of the media
 * library. The lists are empty if the site names none, for example when this server keeps the
 * files.
 */
export function fileHosts(strapi: Core.Strapi): FileHosts {
  const middlewares = strapi.config.get<(string | SecurityEntry)[]>('middlewares', []);
  const policies = middlewares.flatMap((entry) => {
    if (typeof entry === 'string' || entry?.name !== 'strapi::security') return [];
    const policy = entry.config?.contentSecurityPolicy;
    return typeof policy === 'object' ? [policy.directives ?? {}] : [];
  });
  const sources = (...names: string[]) =>
    [...new Set(policies.flatMap((directives) => names.flatMap((name) => directives[name] ?? [])))]
      .filter((source) => typeof source === 'string')
      .map((source) => (source === '*' ? 'https:' : source))
      .filter((source) => SOURCE.test(source) && !STRAPIS_OWN.test(source));
  return { images: sources('img-src', 'imgSrc'), media: sources('media-src', 'mediaSrc') };
}
