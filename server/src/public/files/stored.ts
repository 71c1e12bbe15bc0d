import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Kept, StoredFile } from '../../content/uploads';

/** Whether new uploads are kept on this server's disk. */
export function isLocalProvider(strapi: Core.Strapi): boolean {
  return /^(?:@strapi\/provider-upload-)?local$/i.test(providerName(strapi));
}

/** An open file of this server, with its size. Whoever gets it closes it. */
export interface OpenFile {
  handle: FileHandle;
  size: number;
}

/**
 * Opens a file that lies in Strapi's own folder for uploads. Its path comes from the database
 * alone, and must lead nowhere else, by dots or by links; null for all that does, or is not there.
 */
export async function openLocal(strapi: Core.Strapi, url: string): Promise<OpenFile | null> {
  const [, name] = /^\/uploads\/([^?#]+)$/.exec(url) ?? [];
  if (!name || name.includes('\0')) return null;
  let handle: FileHandle | null = null;
  try {
    const folder = await realpath(path.join(strapi.dirs.static.public, 'uploads'));
    const file = await realpath(path.join(folder, name));
    if (!file.startsWith(folder + path.sep)) return null;
    // Neither follows a link nor waits for the other end of a pipe.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    handle = await open(file, flags);
    const stats = await handle.stat();
    if (stats.isFile()) return { handle, size: stats.size };
  } catch {
    // Not there, or not for this process to read: to a visitor it is the same.
  }
  await handle?.close();
  return null;
}

interface Provider {
  isPrivate(): Promise<boolean> | boolean;
  getSignedUrl(kept: Kept): Promise<{ url: string }> | { url: string };
}

/**
 * Where a file lies that is not on this server: an address that its provider signs for a short
 * time, or the one it has for everybody. Only to be asked when the visitor may have the file.
 */
export async function remoteAddress(strapi: Core.Strapi, file: StoredFile): Promise<string | null> {
  const { provider } = strapi.plugin('upload') as unknown as { provider: Provider };
  const isSigned = file.provider === providerName(strapi) && (await provider.isPrivate());
  const url = isSigned ? (await provider.getSignedUrl({ ...file.kept })).url : file.url;
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) ? new URL(url).href : null;
}

function providerName(strapi: Core.Strapi): string {
  return strapi.config.get('plugin::upload.provider', 'local');
}
