import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';

import type { FieldError } from '../../../contracts/errors';
import { PLUGIN_ID } from '../../../contracts/permissions';
import type { Settings } from '../../../contracts/settings';
import { nearest } from '../core/nearest';
import { check, problem } from '../core/validation';
import { typeProblems } from './known-types';
import { SETTING_NAMES, storedSettingsSchema } from './schema';
import type { StoredSettings } from './schema';
import { writtenConfig } from './written-config';

/** First path segments that belong to Strapi or to the plugin itself. */
const TAKEN = ['admin', 'api', 'uploads', 'upload', 'content-manager', 'i18n', PLUGIN_ID];

const REDIS = 'must be an address such as redis://localhost:6379, or options of ioredis';

const configSchema = storedSettingsSchema.extend({
  /** Settings that the settings page shows but does not let anybody change. */
  locked: z.array(z.enum(SETTING_NAMES as [string, ...string[]])).optional(),
  /** Where a site with many nodes counts attempts together. */
  redis: z
    .union([z.string().regex(/^rediss?:\/\/\S+$/, REDIS), z.record(z.string(), z.unknown())], REDIS)
    .optional(),
  limiterStore: z.enum(['memory', 'database']).optional(),
  prefix: z
    .string()
    .regex(/^(\/[a-z0-9-]+)+$/, 'starts with a slash and has lower-case words, such as /share')
    .refine(
      (prefix) => !TAKEN.includes(prefix.split('/')[1] ?? ''),
      'is a path of Strapi’s own; choose another one, such as /share'
    ),
  /** Deletes all data of the plugin at the next start. */
  uninstall: z.boolean().optional(),
  /** A CSS file that all public pages get after the plugin's own style. */
  stylesheet: z.string().trim().min(1).optional(),
});

/** The options under `share-links.config` in `config/plugins.ts`; each is optional. */
export type PluginConfig = StoredSettings & {
  prefix: string;
  locked?: (keyof Settings)[];
  /**
   * Deletes every link, policy, visit, setting and right of the plugin at the start, for good, so
   * that the package can be removed without a trace.
   */
  uninstall?: boolean;
  /** Path of a CSS file, relative to the app's folder; read when the app starts, 100 kB at most. */
  stylesheet?: string;
  /** An address, or the options of `ioredis`, which the site installs. */
  redis?: string | Record<string, unknown>;
  /**
   * Where attempts are counted without Redis: in each process (the default) or for all together.
   */
  limiterStore?: 'memory' | 'database';
};

export const config = {
  default: { prefix: '/share' },

  /**
   * Does nothing: Strapi calls it before content types are known, with options that are mixed with
   * the defaults. `checkConfig` runs later.
   */
  validator(): void {},
};

/** What stands beside `config` in `config/plugins.ts`. */
const DECLARATION = ['enabled', 'resolve', 'config'];

/**
 * Checks what `config/plugins.ts` says of the plugin, as strictly as the settings API.
 *
 * @param isComplete false as long as plugins can still add types and attributes
 * @throws Error with one line for each wrong option, which stops the boot
 */
export function checkConfig(strapi: Core.Strapi, isComplete: boolean): void {
  const options = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const wrong = [...declarationProblems(writtenConfig(strapi)), ...optionProblems(options)];
  const types = check(configSchema.shape.contentTypes, options.contentTypes).data ?? {};
  const unknown = isComplete || wrong.length > 0 ? typeProblems(strapi, types) : [];
  const lines = [...wrong, ...unknown].map(lineOf);
  if (lines.length > 0) throw new Error(lines.join('\n'));
}

/** What is wrong with the options, as far as it can be told without the site's content types. */
export function optionProblems(options: unknown): FieldError[] {
  return check(configSchema, options).problems;
}

/** Strapi takes no notice of options beside `config`, and of a `config` that is no object. */
function declarationProblems(written: unknown): FieldError[] {
  if (!isRecord(written)) return [];
  const stray = Object.keys(written).filter((name) => !DECLARATION.includes(name));
  return [
    ...stray.map((name) => problem([name], 'must stand under config, or it has no effect')),
    ...(written.config === undefined || isRecord(written.config)
      ? []
      : [problem([], 'must be an object with options')]),
  ];
}

function lineOf({ path, message }: FieldError): string {
  const option = path.join('.');
  const meant = message.startsWith('Unknown field') ? nearest(option, OPTIONS) : null;
  const line = [`${PLUGIN_ID} config`, ...(option ? [option] : []), message].join(': ');
  return meant ? `${line}; did you mean ${meant}?` : line;
}

const OPTIONS = Object.keys(configSchema.shape);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
