import type { Core } from '@strapi/strapi';

import type { ShownEntry } from '../../../../contracts/shown';
import type { LinkRules } from '../../access/opened-link';
import { filesIn } from '../../content/file-ids';
import { ZIP_MIN_FILES } from '../../page/fields/downloads';
import { isLocalProvider } from './stored';

/** The ids of the files in an entry's archive. Returns null if the entry has no archive. */
export function packedFiles(
  strapi: Core.Strapi,
  { allowDownload }: Pick<LinkRules, 'allowDownload'>,
  entry: ShownEntry
): number[] | null {
  const ids = filesIn(entry).map(({ id }) => id);
  return allowDownload && ids.length >= ZIP_MIN_FILES && isLocalProvider(strapi) ? ids : null;
}
