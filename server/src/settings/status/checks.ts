import { replacedDefault } from '../../../../contracts/settings';
import type { LinkLimits, SiteProblem, SiteStatus } from '../../../../contracts/settings';

/** What the checks know of the site. It has no secrets. */
export interface SiteFacts {
  isProduction: boolean;
  /** Where visitors reach this Strapi. */
  siteUrl: string;
  /** Where links lead: this Strapi, or the site's own front end. */
  linkUrl: string;
  proxy: {
    /** True if Strapi trusts the headers of a proxy. */
    isTrusted: boolean;
    /** The number of proxies; 0 if it is not set. */
    count: number;
    /** The header with the visitor's IP address. */
    header: string;
  };
  hasEncryptionKey: boolean;
  /** True if anybody wants mails: reminders, or word of a first visit. */
  sendsMails: boolean;
  /** True if somebody has configured how Strapi sends mails. */
  hasEmailProvider: boolean;
  limits: Pick<LinkLimits, 'defaultExpiry' | 'allowNever' | 'maxExpiryDays'>;
  /** Addresses that answer wrongly. */
  conflicts: SiteProblem[];
}

type Check = (facts: SiteFacts) => SiteProblem | null;

const CHECKS: Check[] = [
  localAddress,
  untrustedProxy,
  forgeableAddress,
  encryptionKey,
  emailProvider,
  defaultExpiry,
];

/** In these cases something can't be reached or is never sent. The others only deserve a look. */
const ERRORS: SiteProblem['code'][] = [
  'local-address',
  'route-taken',
  'route-hidden',
  'files-hidden',
];

/** All that is wrong with the site, errors first. */
export function checkSite(facts: SiteFacts): SiteStatus[] {
  const problems = [...CHECKS.map((check) => check(facts)), ...facts.conflicts];
  const status = problems
    .filter((problem) => problem !== null)
    .map((problem): SiteStatus => {
      const level = ERRORS.includes(problem.code) ? 'error' : 'warning';
      return { ...problem, level };
    });
  const ofLevel = (level: SiteStatus['level']) => status.filter((one) => one.level === level);
  return [...ofLevel('error'), ...ofLevel('warning')];
}

function localAddress({ isProduction, linkUrl }: SiteFacts): SiteProblem | null {
  return isProduction && isLocal(linkUrl) ? { code: 'local-address', url: linkUrl } : null;
}

/** Without trust, Strapi sees the proxy instead of the visitor, and http instead of https. */
function untrustedProxy({ siteUrl, proxy }: SiteFacts): SiteProblem | null {
  return siteUrl.startsWith('https:') && !proxy.isTrusted
    ? { code: 'untrusted-proxy', url: siteUrl }
    : null;
}

/** Proxies append to this header what they saw. Other headers contain nothing else. */
function forgeableAddress({ proxy }: SiteFacts): SiteProblem | null {
  const isAppended = proxy.header.toLowerCase() === 'x-forwarded-for';
  return proxy.isTrusted && proxy.count === 0 && isAppended ? { code: 'forgeable-address' } : null;
}

function encryptionKey({ hasEncryptionKey }: SiteFacts): SiteProblem | null {
  return hasEncryptionKey ? null : { code: 'no-encryption-key' };
}

function emailProvider({ sendsMails, hasEmailProvider }: SiteFacts): SiteProblem | null {
  return sendsMails && !hasEmailProvider ? { code: 'email-not-configured' } : null;
}

/** The page of settings says itself that the longest life limits the default. */
function defaultExpiry({ limits }: SiteFacts): SiteProblem | null {
  const days = limits.maxExpiryDays === null ? replacedDefault(limits) : null;
  return days === null ? null : { code: 'default-expiry-replaced', days };
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname.startsWith('127.') ||
    ['0.0.0.0', '[::]', '[::1]'].includes(hostname)
  );
}
