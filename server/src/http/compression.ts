import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import type { Context } from 'koa';

/** Shorter answers fit into one packet as they are. */
const MIN_BYTES = 1_400;

const packers = {
  // Better qualities take many times as long, for answers that are made anew for each visitor.
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: QUALITY }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 4 };

/**
 * Lets an answer be compressed. Its length then depends on what repeats in it. So an answer must
 * not repeat anything of a request beside what a link shows: by trying, somebody could read the
 * secret from the lengths (BREACH, CVE-2013-3587). Answers to a query are never compressed.
 */
export function allowCompression(ctx: Context): void {
  ctx.state.shareLinksCompressible = ctx.querystring === '';
}

/**
 * Compresses an answer that allows it, as its browser asks. It leaves alone what a middleware of
 * the site has compressed. The work runs beside the event loop.
 *
 * The tag of an answer stays the same in each form, because it names what the page says. Nothing
 * stores these answers or asks for parts of them, which would need a tag for each form.
 */
export async function compress(ctx: Context): Promise<void> {
  if (ctx.state.shareLinksCompressible !== true || ![200, 304].includes(ctx.status)) return;
  ctx.vary('Accept-Encoding');
  if (ctx.method === 'HEAD' || ctx.response.get('Content-Encoding')) return;
  const { body } = ctx;
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) return;
  const bytes = Buffer.from(body as string);
  const encoding = (['br', 'gzip'] as const).find((name) => ctx.acceptsEncodings(name));
  if (bytes.length < MIN_BYTES || !encoding) return;
  const type = ctx.response.get('Content-Type');
  ctx.body = await packers[encoding](bytes);
  // A body of bytes would make it a file to save.
  ctx.set('Content-Type', type);
  ctx.set('Content-Encoding', encoding);
}
