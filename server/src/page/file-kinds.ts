import { NO_FRAMES } from '../core/framing';

/** How a file is sent: its type, and what browsers may do with it. */
export interface Delivery {
  type: string;
  disposition: 'inline' | 'attachment';
  /** Null means the default policy of answers that are not pages, which allows nothing. */
  csp: string | null;
}

interface Typed {
  mime: string;
  /** All names of the file. One active name makes the file active. */
  names: string[];
}

const STILLS = /^image\/(?:jpeg|png|gif|webp|avif)$/;
const SVG = 'image/svg+xml';
const MIME = /^[a-z0-9]+\/[a-z0-9][a-z0-9.+-]*$/;

/** Documents that can contain scripts, and scripts. */
const ACTIVE_NAMES =
  /\.(?:svgz?|[xsp]?html?|xht|mht|mhtml|hta|htc|xml|xslt?|xsd|rdf|rss|atom|mathml|[cm]?jsx?|swf|wasm)$/i;
const ACTIVE_MIMES = /html|xml|script|flash|wasm/;

/** Browsers draw an image or a player with an inline style. */
const SHOWN_CSP =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; " +
  `${NO_FRAMES}; sandbox`;

/** Browsers refuse to open their PDF viewer in a sandbox. */
const PDF_CSP = `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; ${NO_FRAMES}`;

/** How a page shows the file. Returns null for files that can only be downloaded. */
export function shownAs(mime: string): 'image' | 'video' | 'audio' | null {
  if (STILLS.test(mime) || mime === SVG) return 'image';
  const [, kind] = /^(video|audio)\//.exec(mime) ?? [];
  return MIME.test(mime) ? ((kind as 'video' | 'audio' | undefined) ?? null) : null;
}

/** Returns true if the file can contain scripts, by its type or one of its names. */
export function isActive({ mime, names }: Typed): boolean {
  return ACTIVE_MIMES.test(mime) || names.some((name) => ACTIVE_NAMES.test(name.trim()));
}

/**
 * Images, video, audio, PDF and plain text open in the browser. Every other file is only saved, as
 * plain bytes. An SVG keeps its type, because no page could show it otherwise.
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

/** Returns true if the file is already compressed. */
export function isPacked({ mime, names }: Typed): boolean {
  const kind = shownAs(mime);
  return (
    (kind !== null && mime !== SVG && !/wav/.test(mime)) ||
    mime === 'application/pdf' ||
    names.some((name) => PACKED_NAMES.test(name.trim()))
  );
}
