/** How a file is sent: what browsers may take it for, and what they may do with it. */
export interface Delivery {
  type: string;
  disposition: 'inline' | 'attachment';
  /** Null for the policy of everything that is not a page, which allows nothing at all. */
  csp: string | null;
}

interface Typed {
  mime: string;
  /** All names it is known by: one of them is enough to make it something that runs. */
  names: string[];
}

const STILLS = /^image\/(?:jpeg|png|gif|webp|avif)$/;
const SVG = 'image/svg+xml';
const MIME = /^[a-z0-9]+\/[a-z0-9][a-z0-9.+-]*$/;

/** Documents that can carry script, and scripts. */
const ACTIVE_NAMES =
  /\.(?:svgz?|[xsp]?html?|xht|mht|mhtml|hta|htc|xml|xslt?|xsd|rdf|rss|atom|mathml|[cm]?jsx?|swf|wasm)$/i;
const ACTIVE_MIMES = /html|xml|script|flash|wasm/;

/** A browser draws the frame of a picture or a player by a style of its own. */
const SHOWN_CSP =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; " +
  "frame-ancestors 'none'; sandbox";

/** Browsers refuse to open their PDF viewer in a sandbox. */
const PDF_CSP =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** What a page can show by itself; null for files that are only there to be taken away. */
export function shownAs(mime: string): 'image' | 'video' | 'audio' | null {
  if (STILLS.test(mime) || mime === SVG) return 'image';
  const [, kind] = /^(video|audio)\//.exec(mime) ?? [];
  return MIME.test(mime) ? ((kind as 'video' | 'audio' | undefined) ?? null) : null;
}

/** Whether it can carry script, by what it is said to be or by any of its names. */
export function isActive({ mime, names }: Typed): boolean {
  return ACTIVE_MIMES.test(mime) || names.some((name) => ACTIVE_NAMES.test(name.trim()));
}

/**
 * Opened in the browser are pictures, films, sound, PDF and plain text. All else is only ever
 * saved, as bytes without a meaning; an SVG keeps its type, without which no page could show it.
 */
export function deliveryOf(file: Typed): Delivery {
  const { mime } = file;
  if (mime === SVG) return { type: SVG, disposition: 'attachment', csp: SHOWN_CSP };
  if (!isActive(file)) {
    if (shownAs(mime)) return { type: mime, disposition: 'inline', csp: SHOWN_CSP };
    if (mime === 'application/pdf') return { type: mime, disposition: 'inline', csp: PDF_CSP };
    if (mime === 'text/plain') {
      return { type: 'text/plain; charset=utf-8', disposition: 'inline', csp: SHOWN_CSP };
    }
  }
  return { type: 'application/octet-stream', disposition: 'attachment', csp: null };
}

const PACKED_NAMES = /\.(?:zip|7z|t?gz|rar|bz2|xz|zst|docx|xlsx|pptx|odt|ods|odp|epub|woff2?)$/i;

/** Whether packing it once more would cost time and save nothing. */
export function isPacked({ mime, names }: Typed): boolean {
  const kind = shownAs(mime);
  return (
    (kind !== null && mime !== SVG && !/wav/.test(mime)) ||
    mime === 'application/pdf' ||
    names.some((name) => PACKED_NAMES.test(name.trim()))
  );
}
