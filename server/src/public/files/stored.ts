import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Kept, StoredFile } from '../../content/uploads';

/** Returns true if this server's disk keeps new uploads. */
export function isLocalProvider(strapi: Core.Strapi): boolean {
  return /^(?:@strapi\/provider-upload-)?local$/i.test(providerName(strapi));
}

/** An open file of this server, with its size. The caller must close it. */
export interface OpenFile {
  handle: FileHandle;
  size: number;
}

/**
 * Opens a file in Strapi's own folder for uploads. Its path comes only from the database. Returns
 * null if the file does not exist, or if dots or symbolic links in the path lead out of the folder.
 */
export async function openLocal(strapi: Core.Strapi, url: string): Promise<OpenFile | null> {
  const [, name] = /^\/uploads\/([^?#]+)$/.exec(url) ?? [];
  if (!name || name.includes('\0')) return null;
  let handle: FileHandle | null = null;
  try {
    const folder = await realpath(path.join(strapi.dirs.static.public, 'uploads'));
    const file = await realpath(path.join(folder, name));
    if (!file.startsWith(folder + path.sep)) return null;
    // These flags refuse symbolic links, and they do not block on a pipe.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    handle = await open(file, flags);
    const stats = await handle.stat();
    if (stats.isFile()) return { handle, size: stats.size };
  } catch {
    // A missing file and an unreadable file are the same to a visitor.
  }
  await handle?.close();
  return null;
}

interface Provider {
  isPrivate(): Promise<boolean> | boolean;
  getSignedUrl(kept: Kept): Promise<{ url: string }> | { url: string };
}

/**
 * The address of a file on another host: signed by its provider for a short time, or its public
 * address. Call it only if the visitor may have the file.
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
