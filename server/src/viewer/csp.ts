import { createHash } from 'node:crypto';
import { STYLE } from './style';

/** More hosts than any real page names; a header has to stay of a size that proxies let through. */
const MAX_ORIGINS = 40;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * The policy a page is sent with. Nothing is allowed but its one style sheet and the pictures and
 * films it shows: their hosts are read from the finished page, so that files kept by another host
 * than this site still load, and whatever slips through an escape finds nothing it may load or run.
 */
export function contentSecurityPolicy(html: string, brandHash?: string): string {
  const images = originsOf(html, /<img\b[^<>]*>/g);
  const media = originsOf(html, /<(?:video|audio)\b[^<>]*>/g);
  return [
    "default-src 'none'",
    [`style-src 'sha256-${STYLE_HASH}'`, ...(brandHash ? [`'sha256-${brandHash}'`] : [])].join(' '),
    ["img-src 'self' data:", ...images].join(' '),
    ["media-src 'self' data:", ...media].join(' '),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function originsOf(html: string, tags: RegExp): string[] {
  const origins = new Set<string>();
  for (const [tag] of html.matchAll(tags)) {
    for (const [, value = ''] of tag.matchAll(/\ssrc(?:set)?="([^"]*)"/gi)) {
      for (const candidate of value.split(/,\s+/)) {
        const origin = originOf(candidate.trim().split(/\s/)[0] ?? '');
        if (origin !== null && origins.size < MAX_ORIGINS) origins.add(origin);
      }
    }
  }
  return [...origins];
}

/** A host may legally contain `;` and `,`, which would end the directive and start another. */
function originOf(address: string): string | null {
  try {
    const { origin } = new URL(address.replaceAll('&amp;', '&'));
    return /^https?:\/\/[a-z0-9._-]+(?::\d{1,5})?$/.test(origin) ? origin : null;
  } catch {
    return null;
  }
}
