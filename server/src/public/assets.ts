import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Context } from 'koa';

import { allowCompression } from '../http/compression';
import { keepInBrowsers } from '../http/headers';
import type { PageScript } from '../page/islands';

type Handler = (ctx: Context) => void | Promise<void>;

/**
 * The build puts the script here. The path is relative to the bundle, `dist/server`. From this
 * source file, the same path leads to a source; `@vite-ignore` keeps the bundler from inlining
 * that.
 */
const FILE = new URL(/* @vite-ignore */ '../islands/page.js', import.meta.url);

interface Asset {
  name: string;
  content: Buffer;
  integrity: string;
}

let loaded: Asset | undefined;

/** @throws Error when the build has no page script */
function asset(): Asset {
  if (!loaded) {
    const content = readFileSync(FILE);
    const digest = createHash('sha384').update(content).digest();
    loaded = {
      name: `page.${digest.toString('hex').slice(0, 16)}.js`,
      content,
      integrity: `sha384-${digest.toString('base64')}`,
    };
  }
  return loaded;
}

/** The script of the pages. Its address changes whenever its content does. */
export function pageScript(prefix: string): PageScript {
  const { name, integrity } = asset();
  return { src: `${prefix}/assets/${name}`, integrity };
}

/** `GET /share/assets/page.<hash>.js`. `stray` answers every other name. */
export function assetHandler(stray: Handler): Handler {
  return (ctx) => {
    const { name, content } = asset();
    if ((ctx.params as { file?: string }).file !== name) return stray(ctx);
    keepInBrowsers(ctx);
    allowCompression(ctx);
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.body = content;
  };
}
