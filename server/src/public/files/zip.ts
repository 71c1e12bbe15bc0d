import type { Readable } from 'node:stream';

import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ZipFile } from 'yazl';

import type { StoredFile } from '../../content/uploads';
import { pause } from '../../core/pause';
import { isPacked } from '../../page/file-kinds';
import { safeName, uniqueNames } from './names';
import { nameAttachment } from './send';
import { openLocal } from './stored';

/** A text file in the archive that lists the files that could not be packed. */
export interface MissingNote {
  name: string;
  intro: string;
}

/**
 * Sends files of this server as one archive, which it writes while it sends. Nothing is stored on
 * the disk, only one file is open at a time, and little of it is in memory.
 */
export async function sendZip(
  strapi: Core.Strapi,
  ctx: Context,
  title: string,
  files: StoredFile[],
  note: MissingNote
): Promise<void> {
  nameAttachment(ctx, safeName(title, '.zip'), 'attachment');
  ctx.set('Content-Type', 'application/zip');
  if (ctx.method !== 'GET') {
    ctx.body = '';
    // The length is known only when everything is packed.
    ctx.remove('Content-Length');
    return;
  }
  const nameOf = uniqueNames();
  nameOf(note.name);
  const entries = files.map((file) => ({ file, name: nameOf(safeName(file.name, file.ext)) }));
  const missing = new Set<string>();
  for (const { file, name } of entries) {
    await pause();
    if (!(await isThere(strapi, file))) missing.add(name);
  }

  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const open = opener(strapi, ctx, output);
  for (const { file, name } of entries) {
    if (missing.has(name)) continue;
    const isPlain = !isPacked({ mime: file.mime, names: [file.name, file.ext, file.url] });
    zip.addReadStreamLazy(name, { mtime: file.updatedAt, compress: isPlain }, (done) => {
      void open(file).then((bytes) => bytes && done(null, bytes));
    });
  }
  if (missing.size > 0) {
    const lines = [note.intro, '', ...missing, ''];
    zip.addBuffer(Buffer.from(lines.join('\r\n')), note.name);
  }
  zip.end();
  ctx.body = output;
}

/**
 * Opens one file after another, and closes the open file when the visitor leaves. A missing or
 * broken file aborts the download, so that nobody takes a part of the archive for the whole.
 */
function opener(strapi: Core.Strapi, ctx: Context, output: Readable) {
  let current: Readable | null = null;
  let isOver = false;
  ctx.res.once('close', () => {
    isOver = true;
    current?.destroy();
  });
  return async (file: StoredFile): Promise<Readable | null> => {
    const opened = await openLocal(strapi, file.url);
    if (!opened || isOver) {
      await opened?.handle.close();
      output.destroy();
      return null;
    }
    current = opened.handle.createReadStream();
    current.once('error', () => output.destroy());
    return current;
  };
}

async function isThere(strapi: Core.Strapi, file: StoredFile): Promise<boolean> {
  const opened = await openLocal(strapi, file.url);
  await opened?.handle.close();
  return opened !== null;
}
