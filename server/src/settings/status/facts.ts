import type { Core } from '@strapi/strapi';

import type { Settings, SiteProblem, SiteStatus } from '../../../../contracts/settings';
import { linkUrl, siteUrl } from '../public-url';
import { getSettings } from '../service';
import { checkSite } from './checks';
import type { SiteFacts } from './checks';

/** What other rooms know of the site. They are passed in, because settings do not depend on them. */
export interface StatusSources {
  conflicts(): SiteProblem[];
  /** Returns true if a link's maker waits for word of the first visit. */
  awaitsFirstVisit(): Promise<boolean>;
  hasEncryptionKey(): boolean;
}

/** All that is wrong with the site's configuration now. */
export async function siteStatus(
  strapi: Core.Strapi,
  sources: StatusSources
): Promise<SiteStatus[]> {
  const settings = await getSettings(strapi);
  return checkSite(await siteFacts(strapi, settings, sources));
}

async function siteFacts(
  strapi: Core.Strapi,
  settings: Settings,
  sources: StatusSources
): Promise<SiteFacts> {
  const { config } = strapi;
  const isConfigured = hasEmailProvider(strapi);
  return {
    isProduction: process.env.NODE_ENV === 'production',
    siteUrl: siteUrl(strapi, settings),
    linkUrl: linkUrl(strapi, settings, 'token'),
    proxy: {
      isTrusted: Boolean(config.get('server.proxy.koa')),
      count: config.get('server.proxy.maxIpsCount', 0) ?? 0,
      header: config.get<string>('server.proxy.ipHeader') ?? 'X-Forwarded-For',
    },
    hasEncryptionKey: sources.hasEncryptionKey(),
    // The query is only worth its time if mails would not be sent.
    sendsMails:
      !isConfigured && (settings.reminderDays !== null || (await sources.awaitsFirstVisit())),
    hasEmailProvider: isConfigured,
    limits: settings,
    conflicts: sources.conflicts(),
  };
}

/** The sender that Strapi's e-mail plugin has as long as nobody configures it. */
const DEFAULT_SENDER = 'Strapi <no-reply@strapi.io>';

interface EmailConfig {
  provider?: string;
  providerOptions?: object;
  settings?: { defaultFrom?: string };
}

/** Strapi's e-mail plugin runs in every app, so only its configuration tells. */
function hasEmailProvider(strapi: Core.Strapi): boolean {
  const { provider, providerOptions, settings } = strapi.config.get<EmailConfig>('plugin::email');
  return (
    provider !== 'sendmail' ||
    Object.keys(providerOptions ?? {}).length > 0 ||
    settings?.defaultFrom !== DEFAULT_SENDER
  );
}
