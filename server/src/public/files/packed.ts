import type { Core } from '@strapi/strapi';

import type { ShownEntry } from '../../../../contracts/shown';
import { filesIn } from '../../content/file-ids';
import type { LinkRow } from '../../links/store/link-schema';
import { ZIP_MIN_FILES } from '../../page/fields/downloads';
import { isLocalProvider } from './stored';

/** Ids of the files that an entry's archive holds; null where it has none. */
export function packedFiles(
  strapi: Core.Strapi,
  { allowDownload }: Pick<LinkRow, 'allowDownload'>,
  entry: ShownEntry
): number[] | null {
  const ids = filesIn(entry).map(({ id }) => id);
  return allowDownload && ids.length >= ZIP_MIN_FILES && isLocalProvider(strapi) ? ids : null;
}

/** Whether the files of a link are sent only with what its visitors were given. */
export function isGuarded({
  passwordHash,
  maxViewers,
}: Pick<LinkRow, 'passwordHash' | 'maxViewers'>): boolean {
  return passwordHash !== null || maxViewers !== null;
}
