import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Core } from '@strapi/strapi';
import { env, importDefault } from '@strapi/utils';

import { PLUGIN_ID } from '../../../contracts/permissions';

/**
 * What `config/plugins` says of the plugin, before Strapi adds the defaults: an array or a text
 * looks like an object afterwards. The file of the environment overrides the general one.
 */
export function writtenConfig({ dirs }: Core.Strapi): unknown {
  const files = ['plugins.js', path.join('env', process.env.NODE_ENV ?? '', 'plugins.js')];
  return files
    .map((file) => pluginsIn(path.join(dirs.dist.config, file))[PLUGIN_ID])
    .reduce((general, own) =>
      isObject(general) && isObject(own) ? { ...general, ...own } : (own ?? general)
    );
}

function pluginsIn(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const exported = importDefault(file) as unknown;
  const plugins = typeof exported === 'function' ? (exported({ env }) as unknown) : exported;
  return isObject(plugins) ? plugins : {};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
