import type { ReactElement } from 'react';

import type { ShownFile } from '../../../../contracts/shown';
import { safeImageUrl, safeLinkUrl } from '../../content/urls';
import { Icon, Note, Words } from '../elements';
import type { PageContext } from '../elements';
import { isActive, shownAs } from '../file-kinds';
import { listOf } from '../layout/arrange';
import { formatBytes, oneLine, plainText } from '../values';
import { fileType } from './file-types';
import { FIGURE_BOX, fitted } from './image-box';
import type { Box } from './image-box';

/** Shows files by their use: images, players for video and audio, and downloads for the rest. */
export function Files(props: { files: ShownFile[]; page: PageContext }): ReactElement {
  const { page } = props;
  const images = props.files.filter((file) => isPlayable(file, 'image'));
  const players = props.files.filter(
    (file) => isPlayable(file, 'video') || isPlayable(file, 'audio')
  );
  const others = props.files.filter((file) => !images.includes(file) && !players.includes(file));
  const [only] = images;
  return (
    <>
      {images.length === 1 && only && <Picture file={only} page={page} linked box={FIGURE_BOX} />}
      {images.length > 1 && (
        <ul className="gallery">
          {images.map((file, index) => (
            <li key={index}>
              <Picture file={file} page={page} linked sizes="(min-width: 40rem) 16rem, 50vw" />
            </li>
          ))}
        </ul>
      )}
      {players.map((file, index) => (
        <Player key={index} file={file} page={page} />
      ))}
      {others.length > 0 && (
        <ul className="files">
          {others.map((file, index) => (
            <FileItem key={index} file={file} page={page} />
          ))}
        </ul>
      )}
      {others.length > 0 && !page.allowDownload && (
        <Note page={page}>{page.texts.downloadsOff}</Note>
      )}
    </>
  );
}

/** An image with all sizes that Strapi has made. `linked` opens the original. */
export function Picture(props: {
  file: ShownFile;
  page: PageContext;
  className?: string;
  linked?: boolean;
  sizes?: string;
  /** Undefined if the image is as wide as its container. */
  box?: Box;
  /** A small mark beside a heading, which has no room for a download. */
  isMark?: boolean;
}): ReactElement | null {
  const { file, page } = props;
  const address = shownAddress(file);
  if (address === null) return null;
  const alt = oneLine(file.alt);
  const caption = oneLine(file.caption);
  const srcSet = sources(file);
  const image = (
    <img
      src={address}
      srcSet={srcSet}
      sizes={srcSet && (props.sizes ?? '(min-width: 52rem) 50rem, 100vw')}
      alt={alt}
      className={isOpaque(file) ? 'opaque' : undefined}
      {...fitted(file, props.box)}
      loading="lazy"
    />
  );
  return (
    <figure className={props.className ?? 'figure'}>
      {props.linked && page.allowDownload && isStill(file) ? (
        <a href={file.url} aria-label={page.texts.viewImage(alt || caption || oneLine(file.name))}>
          {image}
        </a>
      ) : (
        image
      )}
      {caption && <figcaption dir="auto">{caption}</figcaption>}
      {!props.isMark && <DownloadLink file={file} page={page} />}
    </figure>
  );
}

/**
 * Saves one file. What it is stands in the same line: as text beside it, or else for screen readers.
 */
function DownloadLink(props: {
  file: ShownFile;
  page: PageContext;
  /** True if the name, type and size stand beside it; the name is a link of its own there. */
  isDescribed?: boolean;
}): ReactElement | null {
  const { file, page } = props;
  const address = page.allowDownload ? downloadAddress(file) : null;
  if (address === null) return null;
  const about = [fileType(file, page.texts), formatBytes(file.size, page.locale)].filter(Boolean);
  const name = oneLine(file.name) || oneLine(file.alt);
  return (
    <p className="download">
      <a href={address} download rel="noopener noreferrer nofollow">
        <Icon name="download" />
        <Words page={page}>{page.texts.download}</Words>
        {name && !props.isDescribed && <span className="unseen" dir="auto">{`: ${name}`}</span>}
        {props.isDescribed && <span className="unseen">{`, ${about.join(', ')}`}</span>}
      </a>
      {!props.isDescribed && <span className="download__about">{about.join(' · ')}</span>}
    </p>
  );
}

/** The address at which browsers save a file, whatever its type. Null if it has none. */
export function downloadAddress({ url }: Pick<ShownFile, 'url'>): string | null {
  const address = safeLinkUrl(url);
  return address && /\/files\/\d+$/.test(address) ? `${address}?download=1` : null;
}

function Player(props: { file: ShownFile; page: PageContext }): ReactElement {
  const { file, page } = props;
  const address = shownAddress(file) ?? undefined;
  const isVideo = isPlayable(file, 'video');
  const name = oneLine(file.alt) || oneLine(file.name);
  const caption = oneLine(file.caption) || oneLine(file.name);
  return (
    <figure className="figure">
      {isVideo ? (
        <video controls preload="metadata" src={address} aria-label={name || page.texts.video} />
      ) : (
        <audio controls preload="metadata" src={address} aria-label={name || page.texts.audio} />
      )}
      {caption && <figcaption dir="auto">{caption}</figcaption>}
      <DownloadLink file={file} page={page} />
    </figure>
  );
}

export function FileItem(props: { file: ShownFile; page: PageContext }): ReactElement {
  const { file, page } = props;
  const address = page.allowDownload ? safeLinkUrl(file.url) : null;
  const type = fileType(file, page.texts);
  const size = formatBytes(file.size, page.locale);
  const name = (
    <span className="files__name" dir="auto">
      {oneLine(file.name) || type}
    </span>
  );
  return (
    <li className="files__item">
      <Icon name="file" />
      <div>
        {address === null ? (
          name
        ) : (
          <a href={address} rel="noopener noreferrer nofollow">
            {name}
          </a>
        )}
        <span className="files__about">
          <Words page={page}>{type}</Words>
          {size && <> · {size}</>}
        </span>
        {oneLine(file.caption) && (
          <span className="files__caption" dir="auto">
            {oneLine(file.caption)}
          </span>
        )}
      </div>
      <DownloadLink file={file} page={page} isDescribed />
    </li>
  );
}

function isPlayable(file: ShownFile, kind: 'image' | 'video' | 'audio'): boolean {
  return shownAs(plainText(file.mime)) === kind && safeImageUrl(file.url) !== null;
}

/** An SVG can contain scripts, so it is only shown as `<img>`, where they never run. */
function isStill(file: ShownFile): boolean {
  const mime = plainText(file.mime);
  return shownAs(mime) === 'image' && !isActive({ mime, names: [oneLine(file.name)] });
}

/** A JPEG has no transparent parts, so it needs no light background while it loads. */
function isOpaque(file: ShownFile): boolean {
  return plainText(file.mime) === 'image/jpeg';
}

/** Requests a size for a file inside the page, which is allowed even without downloads. */
function shownAddress({ url }: Pick<ShownFile, 'url'>): string | null {
  const address = safeImageUrl(url);
  return address && /\/files\/\d+$/.test(address) ? `${address}?size=full` : address;
}

function sources(file: ShownFile): string | undefined {
  const formats = listOf<ShownFile['formats'][number]>(file.formats);
  const widths = new Map<number, string>();
  for (const version of [...formats, file]) {
    const address = shownAddress(version);
    const { width } = version;
    // Spaces and commas separate the entries of `srcset`.
    if (address && width && width > 0)
      widths.set(width, address.replace(/\s/g, '%20').replace(/,/g, '%2C'));
  }
  if (widths.size < 2) return undefined;
  return [...widths].map(([width, address]) => `${address} ${Math.round(width)}w`).join(', ');
}
