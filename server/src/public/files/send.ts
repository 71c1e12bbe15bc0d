import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import type { StoredFile } from '../../content/uploads';
import { useCsp } from '../../http/headers';
import { deliveryOf } from '../../page/file-kinds';
import { asciiName, safeName } from './names';
import { parseRange } from './range';
import { openLocal, remoteAddress } from './stored';
import type { OpenFile } from './stored';

/**
 * Sends a file, or redirects to it if another host keeps it. Returns false if it does not exist.
 * With `download` in the query, browsers save it, also if they could show it.
 */
export async function sendFile(
  strapi: Core.Strapi,
  ctx: Context,
  file: StoredFile
): Promise<boolean> {
  if (!file.url.startsWith('/')) {
    if (ctx.method !== 'HEAD') return redirect(ctx, await remoteAddress(strapi, file));
    // A signed address gives access to the file, so a HEAD request gets none.
    ctx.body = '';
    return true;
  }
  const opened = await openLocal(strapi, file.url);
  if (!opened) return false;
  const { type, disposition, csp } = deliveryOf({
    mime: file.mime,
    names: [file.name, file.ext, file.url],
  });
  const isSaved = ctx.query.download !== undefined;
  nameAttachment(ctx, safeName(file.name, file.ext), isSaved ? 'attachment' : disposition);
  ctx.set('Content-Type', type);
  if (csp) useCsp(ctx, csp);
  await sendBytes(ctx, opened);
  return true;
}

/** Sets `Content-Disposition` with a name that is safe and readable in every browser. */
export function nameAttachment(
  ctx: Context,
  name: string,
  disposition: 'inline' | 'attachment'
): void {
  ctx.attachment(name, { type: disposition, fallback: asciiName(name) });
}

async function sendBytes(ctx: Context, { handle, size }: OpenFile): Promise<void> {
  ctx.set('Accept-Ranges', 'bytes');
  // A byte range must refer to the uncompressed file.
  (ctx as Context & { compress?: boolean }).compress = false;
  const range = ctx.method === 'GET' ? parseRange(ctx.get('Range'), size) : null;
  if (range === 'unsatisfiable' || ctx.method !== 'GET') {
    await handle.close();
    ctx.status = range ? 416 : 200;
    if (range) ctx.set('Content-Range', `bytes */${size}`);
    ctx.body = '';
    ctx.length = range ? 0 : size;
    return;
  }
  if (range) {
    ctx.status = 206;
    ctx.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  }
  ctx.length = range ? range.end - range.start + 1 : size;
  // Koa destroys the stream when the connection ends, and the stream closes the file.
  ctx.body = handle.createReadStream(range ?? {});
}

function redirect(ctx: Context, address: string | null): boolean {
  if (address === null) return false;
  ctx.status = 302;
  ctx.set('Location', address);
  ctx.body = '';
  return true;
}
