import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { Context } from 'koa';

import { keepInBrowsers } from '../http/headers';
import type { PageScript } from '../page/islands';

type Handler = (ctx: Context) => void | Promise<void>;

/**
 * Where the build puts it, seen from the bundle that this becomes a part of: `dist/server`. Seen
 * from here there is a source of the same name, which the bundler must not put in its place.
 */
const FILE = new URL(/* @vite-ignore */ '../islands/page.js', import.meta.url);

interface Asset {
  name: string;
  content: Buffer;
  integrity: string;
}

let loaded: Asset | undefined;

/** @throws Error when the plugin was built without it */
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

/** The script of the pages, at an address that changes whenever it does. */
export function pageScript(prefix: string): PageScript {
  const { name, integrity } = asset();
  return { src: `${prefix}/assets/${name}`, integrity };
}

/** `GET /share/assets/page.<hash>.js`; everything else there is as unknown as any other address. */
export function assetHandler(stray: Handler): Handler {
  return (ctx) => {
    const { name, content } = asset();
    if ((ctx.params as { file?: string }).file !== name) return stray(ctx);
    keepInBrowsers(ctx);
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.body = content;
  };
}
