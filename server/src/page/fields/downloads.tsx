import type { ReactElement } from 'react';

import type { ShownEntry } from '../../../../contracts/shown';
import { filesIn } from '../../content/file-ids';
import { Icon, Words, wordsLocale } from '../elements';
import type { PageContext } from '../elements';
import { segmentsOf } from '../page-address';
import { formatBytes } from '../values';

/** Fewer files get no archive. */
export const ZIP_MIN_FILES = 2;

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
