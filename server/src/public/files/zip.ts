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

/** What stands in the archive for files that could not be put into it. */
export interface MissingNote {
  name: string;
  intro: string;
}

/**
 * Sends files of this server as one archive that is written while it is sent: nothing is kept on
 * the disk, one file at a time is open, and little of it is in memory.
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
    // It is known only when all is packed.
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
 * Opens one file after the other, and closes the one that is open when the visitor leaves. A file
 * that ends too soon breaks the download off, so that nobody takes a part of it for the whole.
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
