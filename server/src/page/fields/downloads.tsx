import type { ReactElement } from 'react';

import type { ShownEntry, ShownFile } from '../../../../contracts/shown';
import { filesIn } from '../../content/file-ids';
import { Icon, Words, wordsLocale } from '../elements';
import type { PageContext } from '../elements';
import { segmentsOf } from '../page-address';
import { formatBytes } from '../values';
import { FileItem, downloadAddress } from './files';

/** Fewer files get no archive. */
export const ZIP_MIN_FILES = 2;

/** Pictures in the finished content: the attributes of each, and the id of its file. */
const PICTURE = /<img\b(?=[^<>]*\ssrc="([^"]*\/files\/(\d+))[?"])/g;

/**
 * The files of the page that have no download of their own in its content, because they are inside
 * texts or marks.
 */
export function MoreDownloads(props: {
  entry: ShownEntry;
  page: PageContext;
  content: string;
}): ReactElement | null {
  const { page, content } = props;
  if (!page.allowDownload) return null;
  const named = new Map(filesIn(props.entry).map((file) => [file.id, file]));
  const files = new Map(named);
  for (const [, url = '', id] of content.matchAll(PICTURE)) {
    const known = named.get(Number(id));
    if (!known) files.set(Number(id), { ...UNNAMED, id: Number(id), url });
  }
  const rest = [...files.values()].filter(
    (file) => downloadAddress(file) && !content.includes(`href="${downloadAddress(file)}"`)
  );
  if (rest.length === 0) return null;
  return (
    <div className="section section--quiet">
      <h2 lang={page.textsLang}>{page.texts.moreFiles}</h2>
      <ul className="files">
        {rest.map((file) => (
          <FileItem key={file.id} file={file} page={page} />
        ))}
      </ul>
    </div>
  );
}

/** A picture inside a text, of which only the address is known. */
const UNNAMED: Omit<ShownFile, 'id' | 'url'> = {
  name: '',
  mime: 'image/*',
  size: 0,
  alt: '',
  caption: null,
  width: null,
  height: null,
  formats: [],
};

/** The link to the archive of all files. Returns null if there is no archive. */
export function DownloadAll(props: { entry: ShownEntry; page: PageContext }): ReactElement | null {
  const { entry, page } = props;
  if (!page.allowDownload || !page.canPack) return null;
  const files = filesIn(entry);
  if (files.length < ZIP_MIN_FILES) return null;
  const address = [page.base, ...segmentsOf(page.place), 'files.zip'].join('/');
  const size = formatBytes(
    files.reduce((sum, file) => sum + file.size, 0),
    wordsLocale(page)
  );
  return (
    <p className="download-all">
      <a href={address} rel="noopener noreferrer nofollow">
        <Icon name="download" />
        <Words page={page}>{page.texts.downloadAll}</Words>
      </a>
      <span className="download-all__about">
        <Words page={page}>{page.texts.files(files.length)}</Words>
        {size && <> · {size}</>}
      </span>
    </p>
  );
}
