import { z } from '@strapi/utils';

import { PLUGIN_ID } from '../../../contracts/permissions';
import type { Settings } from '../../../contracts/settings';
import { SETTING_NAMES, storedSettingsSchema } from './schema';
import type { StoredSettings } from './schema';

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

  /** @throws Error that names the wrong key, which stops the boot */
  validator(input: unknown): void {
    const result = configSchema.safeParse(input);
    if (result.success) return;
    const problems = result.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown option ${[...issue.path, issue.keys.join(', ')].join('.')}`
        : `${issue.path.join('.')}: ${issue.message}`
    );
    throw new Error(problems.join('; '));
  },
};
