import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';

import type { SiteStylesheet } from '../page/styles/site';
import { pluginConfig } from '../settings/service';

/** Every page contains the style sheet, so it must stay small. */
const STYLESHEET_MAX_BYTES = 100_000;

let current: SiteStylesheet | null = null;

/** The site's style sheet. It is read once, when the app starts. */
export function siteStylesheet(): SiteStylesheet | null {
  return current;
}

/** @throws Error if the option `stylesheet` is wrong, which stops the boot */
export function loadStylesheet(strapi: Core.Strapi): void {
  const { stylesheet } = pluginConfig(strapi);
  current = stylesheet ? readStylesheet(strapi.dirs.app.root, stylesheet) : null;
}

export function readStylesheet(root: string, file: string): SiteStylesheet {
  const css = readText(path.resolve(root, file), file);
  if (Buffer.byteLength(css) > STYLESHEET_MAX_BYTES) {
    throw new Error(`Share Links: the style sheet ${file} is larger than 100 kB`);
  }
  if (/<\/style|<!--/i.test(css)) {
    throw new Error(`Share Links: the style sheet ${file} has HTML in it`);
  }
  return { css, hash: createHash('sha256').update(css).digest('base64') };
}

function readText(place: string, file: string): string {
  try {
    return readFileSync(place, 'utf8').replace(/\r\n?/g, '\n').replaceAll('\0', '');
  } catch {
    throw new Error(`Share Links: the style sheet ${file} can’t be read from the app’s folder`);
  }
}
