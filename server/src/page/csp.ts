import { createHash } from 'node:crypto';

import { UNBRANDED } from '../../../contracts/settings';
import type { Branding } from '../../../contracts/settings';
import { OWN_HOST } from './file-hosts';
import type { FileHosts } from './file-hosts';
import { islandSources } from './islands';
import { brandStyle } from './styles/brand';
import type { SiteStylesheet } from './styles/site';
import { STYLE } from './styles/style';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** What a site adds to its pages, and what their policy therefore has to let in. */
interface Site {
  branding: Branding;
  stylesheet: SiteStylesheet | null;
  fileHosts: FileHosts;
}

const PLAIN: Site = { branding: UNBRANDED, stylesheet: null, fileHosts: OWN_HOST };

/**
 * The policy a page is sent with. Nothing is allowed but its style, the one script where it has use
 * for it, and the pictures and films below its link; other hosts are those that the site itself has
 * named, for its logo and for the place where it keeps its files. Whatever slips through an escape
 * finds nothing it may load or run.
 */
export function contentSecurityPolicy(html: string, site: Site = PLAIN): string {
  const { branding, stylesheet, fileHosts } = site;
  const styles = [STYLE_HASH, brandStyle(branding)?.hash, stylesheet?.hash].filter(Boolean);
  const logo = branding.logo && originOf(branding.logo);
  // A site's own style may bring its own typeface and patterns, from its own address.
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
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A host may legally contain `;` and `,`, which would end the directive and start another. */
function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address);
    return /^https?:\/\/[a-z0-9._-]+(?::\d{1,5})?$/.test(origin) ? origin : null;
  } catch {
    return null;
  }
}
