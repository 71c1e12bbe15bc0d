import type { ShownEntry, ShownFile, ShownLocale } from '../../../../contracts/shown';
import { filesIn } from '../../content/file-ids';
import { cutText } from '../../content/markdown';
import type { OpenedContent } from '../../content/opened-content';
import type { Place } from '../../content/place';
import { blocksText, htmlText } from '../../content/plain-text';
import { arrangeEntry } from '../layout/arrange';
import { segmentsOf } from '../page-address';
import { oneLine, plainText } from '../values';

/** What the head of a page tells search engines and previews. All addresses are absolute. */
export interface CrawlerInfo {
  /** The canonical address of this page. */
  url: string;
  description: string | null;
  image: { url: string; width: number; height: number; alt: string } | null;
  /** The page in all its languages, also in this one; empty if there is only one. */
  languages: { code: string; url: string }[];
}

/** About the length that a search engine shows. */
const DESCRIPTION_LENGTH = 200;

/** Wide enough for any preview. */
const IMAGE_WIDTH = 1200;

const STILLS = /^image\/(jpeg|png|gif|webp)$/i;

/** @param link absolute address of the link, from the settings and never from a request */
export function crawlerInfo(content: OpenedContent, place: Place, link: string): CrawlerInfo {
  const url = addressOf(link, place);
  return {
    url,
    description: descriptionOf(content.entry),
    image: imageOf(content.entry, url),
    languages: languagesOf(content.around.locales, place, link),
  };
}

function addressOf(link: string, place: Place): string {
  return [link, ...segmentsOf(place)].join('/');
}

function languagesOf(locales: ShownLocale[], { childId }: Place, link: string) {
  // An entry below may not exist in each language.
  if (locales.length < 2 || childId !== null) return [];
  return locales.map(({ code, segment }) => ({
    code,
    url: addressOf(link, { locale: segment, childId }),
  }));
}

/** The entry's summary, else the beginning of its first text. */
function descriptionOf(entry: ShownEntry): string | null {
  const { lede } = arrangeEntry(entry, oneLine(entry.title));
  const text = oneLine(lede) || oneLine(firstText(entry));
  if (text.length <= DESCRIPTION_LENGTH) return text || null;
  return `${cutText(text, DESCRIPTION_LENGTH).replace(/ [^ ]*$/, '')}…`;
}

function firstText(entry: ShownEntry): string {
  for (const field of entry.fields) {
    const text =
      field.type === 'text'
        ? plainText(field.value)
        : field.type === 'richtext'
          ? htmlText(beginningOf(plainText(field.value)))
          : field.type === 'blocks'
            ? blocksText(field.value ?? [])
            : '';
    if (text !== '') return text.slice(0, 10 * DESCRIPTION_LENGTH);
  }
  return '';
}

/** The beginning of the HTML, long enough for a description and without half a tag. */
function beginningOf(html: string): string {
  return cutText(html, 100 * DESCRIPTION_LENGTH).replace(/<[^<>]*$/, '');
}

function imageOf(entry: ShownEntry, url: string): CrawlerInfo['image'] {
  const { lead } = arrangeEntry(entry, oneLine(entry.title));
  const image = [...(lead ? [lead.file] : []), ...filesIn(entry)].find(
    (file) => STILLS.test(file.mime) && file.width && file.height
  );
  if (!image) return null;
  return { ...sizeOf(image, url), alt: oneLine(image.alt) };
}

/** The largest version that is not wider than previews need. */
function sizeOf(image: ShownFile, url: string) {
  const { width, height } = image as { width: number; height: number };
  const small = image.formats.filter((format) => format.width <= IMAGE_WIDTH).at(-1);
  return width > IMAGE_WIDTH && small
    ? { url: `${url}/${small.url}`, width: small.width, height: small.height }
    : { url: `${url}/files/${image.id}?size=full`, width, height };
}
