import { createHash } from 'node:crypto';

import { UNBRANDED } from '../../../contracts/settings';
import type { Branding } from '../../../contracts/settings';
import { NO_FRAMES } from '../core/framing';
import { OWN_HOST } from './file-hosts';
import type { FileHosts } from './file-hosts';
import { islandSources } from './islands';
import { brandStyle } from './styles/brand';
import type { SiteStylesheet } from './styles/site';
import { STYLE } from './styles/style';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The parts that a site adds to its pages, so that the policy must allow them. */
interface Site {
  branding: Branding;
  stylesheet: SiteStylesheet | null;
  fileHosts: FileHosts;
}

const PLAIN: Site = { branding: UNBRANDED, stylesheet: null, fileHosts: OWN_HOST };

/**
 * The policy of a page. It allows only the page's styles, the one script if the page needs it, and
 * images and media below its link. It also allows the hosts that the site has named for its logo
 * and files. Content that gets past an escape can load and run nothing.
 */
export function contentSecurityPolicy(html: string, site: Site = PLAIN): string {
  const { branding, stylesheet, fileHosts } = site;
  const styles = [STYLE_HASH, brandStyle(branding)?.hash, stylesheet?.hash].filter(Boolean);
  const logo = branding.logo && originOf(branding.logo);
  // A site's style sheet may embed fonts and patterns, or load them from its own address.
  const inStyle = stylesheet ? ['data:'] : [];
  return [
    "default-src 'none'",
    ['style-src', ...styles.map((hash) => `'sha256-${hash}'`)].join(' '),
    ...(stylesheet ? ["font-src 'self' data:"] : []),
    ...islandSources(html),
    ["img-src 'self'", ...inStyle, ...(logo ? [logo] : []), ...fileHosts.images].join(' '),
    ["media-src 'self'", ...fileHosts.media].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    NO_FRAMES,
  ].join('; ');
}

/** A host may legally contain `;` and `,`, which would start another directive. */
function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address);
    return /^https?:\/\/[a-z0-9._-]+(?::\d{1,5})?$/.test(origin) ? origin : null;
  } catch {
    return null;
  }
}
